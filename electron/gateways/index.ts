/** Connects the ports of the core to the systems one connection file names: the stand's and the state's alike. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { AppPorts } from '../core/app.ts';
import type { Clock } from '../ports/clock.ts';
import type { EvidenceSource } from '../ports/trust/evidence-source.ts';
import { createCabinetLog } from './cabinets/index.ts';
import { createConsentRequests } from './consents/index.ts';
import { createDocumentAccess } from './documents/index.ts';
import { createEvidenceSource } from './evidence/index.ts';
import { createPersonRegistry } from './person-registry/index.ts';
import { createShepChannel, type ShepSurroundings } from './shep/channel.ts';
import { createRenewalOffice } from './renewal/index.ts';
import { createTrainingStand } from './training/index.ts';

export type Gateways = Pick<AppPorts, 'documents' | 'consents' | 'persons' | 'cabinets' | 'evidence' | 'renewal' | 'training'>;
export { connectCollector } from './collector/index.ts';
export { createEvidenceSource } from './evidence/index.ts';

export interface GatewaySurroundings extends ShepSurroundings {
  /** Made here where nobody needed it before. */
  evidence?: EvidenceSource;
}

/**
 * @param policy how large an answer may be and how old evidence, asked anew for every exchange
 * @param surroundings what signers of answers are judged with, where it is there
 */
export function connectGateways(connection: Connection, clock: Clock, policy: () => Policy, surroundings: GatewaySurroundings = { fileJudge: null }): Gateways {
  const { evidence = createEvidenceSource(connection, policy), ...shared } = surroundings;
  return {
    documents: createDocumentAccess(connection.documents, policy),
    consents: createConsentRequests(connection.documents),
    persons: createPersonRegistry(createShepChannel(connection, evidence, clock, policy, shared), connection.organisation, connection.shep.consent),
    cabinets: createCabinetLog(connection.cabinets),
    evidence,
    renewal: connection.renewal === undefined ? null : createRenewalOffice(connection.renewal),
    training: connection.training === null ? null : createTrainingStand(connection.training),
  };
}

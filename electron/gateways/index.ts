/** Connects the ports of the core to the systems one connection file names: the stand's and the state's alike. */
import type { Connection } from '../../shared/domain/connection.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { CabinetLog } from '../ports/cabinet-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentRequests } from '../ports/consent-requests.ts';
import type { DocumentAccess } from '../ports/document-access.ts';
import type { EvidenceSource } from '../ports/evidence-source.ts';
import type { PersonRegistry } from '../ports/person-registry.ts';
import type { TrainingStand } from '../ports/training-stand.ts';
import { createCabinetLog } from './cabinets/index.ts';
import { createConsentRequests } from './consents/index.ts';
import { createDocumentAccess } from './documents/index.ts';
import { createEvidenceSource } from './evidence/index.ts';
import { createPersonRegistry } from './person-registry/index.ts';
import { createShepChannel } from './shep/channel.ts';
import { createTrainingStand } from './training/index.ts';

export interface Gateways {
  documents: DocumentAccess;
  consents: ConsentRequests;
  persons: PersonRegistry;
  cabinets: CabinetLog;
  evidence: EvidenceSource;
  /** Only on the embedded stand. */
  training: TrainingStand | null;
}

/** `policy`: how large an answer may be and how old evidence, asked anew for every exchange. */
export function connectGateways(connection: Connection, clock: Clock, policy: () => Policy): Gateways {
  const evidence = createEvidenceSource(connection, policy);
  return {
    documents: createDocumentAccess(connection.documents, policy),
    consents: createConsentRequests(connection.documents),
    persons: createPersonRegistry(createShepChannel(connection, evidence, clock, policy), connection.organisation),
    cabinets: createCabinetLog(connection.cabinets),
    evidence,
    training: connection.training === null ? null : createTrainingStand(connection.training),
  };
}

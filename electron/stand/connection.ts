/** The connection file of the stand: everything a workstation must know, in the same form as for the real systems. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { QR_PREFIXES } from './documents/qr-payload.ts';
import { SHEP_PATH, SHEP_SENDER } from './shep/shep-service.ts';
import { STATE_SYSTEM_BIN } from './shep/state-system.ts';
import { TRAINING_ORGANISATION, trainingOperators } from './training/operators.ts';
import type { StandWorld } from './world.ts';

const TIMEOUT_MS = 10_000;
/** Arc of the workstations under the test branch of the authority. */
const WORKSTATION_OID = '1.2.398.3.99.2.2';
const SYSTEM_PASSWORD = 'Training1';

export async function standConnection(world: StandWorld): Promise<Connection> {
  const authority = await world.authority();
  const [operators, systemKey] = await Promise.all([
    trainingOperators(world),
    authority.issueSystemKey({
      bin: TRAINING_ORGANISATION.bin,
      organisation: TRAINING_ORGANISATION.name,
      systemOid: WORKSTATION_OID,
      password: SYSTEM_PASSWORD,
    }),
  ]);
  const base = world.baseUrl();
  return {
    environment: 'training',
    name: 'Тексер — оқу стенді (TEST)',
    documents: {
      url: base,
      apiKey: world.apiKey,
      shortCodeNeedsIin: true,
      timeoutMs: TIMEOUT_MS,
      qrPrefixes: QR_PREFIXES,
    },
    shep: {
      url: base + SHEP_PATH,
      ...SHEP_SENDER,
      timeoutMs: TIMEOUT_MS,
      keyFile: base64(systemKey.pkcs12),
      keyPassword: SYSTEM_PASSWORD,
      consent: 'access',
      answerSignerBin: STATE_SYSTEM_BIN,
    },
    cabinets: { url: base, apiKey: world.apiKey, timeoutMs: TIMEOUT_MS },
    issuance: { url: base, apiKey: world.apiKey, timeoutMs: TIMEOUT_MS, archiveKey: base64(world.archive.publicKey) },
    renewal: { url: base, apiKey: world.apiKey, timeoutMs: TIMEOUT_MS },
    calls: { url: base, apiKey: world.apiKey, timeoutMs: TIMEOUT_MS, iceServers: [...world.iceServers] },
    collector: { kind: 'http', url: base, apiKey: world.apiKey, timeoutMs: TIMEOUT_MS, witnessKey: world.witness.verifierKey },
    trust: { anchors: [authority.root, authority.gostRoot].map(base64), intermediates: [authority.issuer, authority.gostIssuer].map(base64) },
    timeStamps: { url: `${base}/tsp`, imprintHash: 'sha-256', timeoutMs: TIMEOUT_MS },
    organisation: {
      name: TRAINING_ORGANISATION.name,
      bin: TRAINING_ORGANISATION.bin,
      branch: TRAINING_ORGANISATION.branch,
      operators: operators.policy,
    },
    training: { operators: operators.keys, frameUrl: `${base}/training/frame`, phoneUrl: `${base}/phone` },
  };
}

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');

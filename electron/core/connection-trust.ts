/** Whom a connection trusts, and how fresh the evidence must be by the policy: what the trust domain is set up with. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { decodeBase64 } from '../../shared/util/base64.ts';
import type { Clock } from '../ports/clock.ts';
import type { EvidenceSource } from '../ports/trust/evidence-source.ts';
import type { KeptEvidence } from '../ports/trust/kept-evidence.ts';
import type { SeenTimeStore } from '../ports/trust/seen-time-store.ts';
import type { TrustOptions } from './trust/index.ts';

interface TrustSurroundings {
  evidence: EvidenceSource;
  clock: Clock;
  policy(): Policy;
  seenTimes?: SeenTimeStore;
  keptEvidence?: KeptEvidence;
}

export const connectionTrust = ({ trust }: Pick<Connection, 'trust'>, { evidence, clock, policy, seenTimes, keptEvidence }: TrustSurroundings): TrustOptions => ({
  anchors: trust.anchors.map(bytesOfBase64),
  intermediates: trust.intermediates.map(bytesOfBase64),
  evidence,
  clock,
  revocationFreshMs: () => policy().numbers.revocationFreshMs,
  timeStampPolicies: () => policy().timeStampPolicies,
  ...(seenTimes !== undefined && { seenTimes }),
  ...(keptEvidence !== undefined && { keptEvidence }),
});

/** @throws for what the schema of a connection would not have let through */
function bytesOfBase64(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  if (bytes === null) throw new TypeError('certificate of a connection that is no base 64');
  return bytes;
}

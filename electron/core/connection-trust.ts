/** Whom a connection trusts, and how fresh the evidence must be by the policy: what the trust domain is set up with. */
import type { Connection } from '../../shared/domain/connection.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { EvidenceSource } from '../ports/evidence-source.ts';
import type { KeptEvidence } from '../ports/kept-evidence.ts';
import type { SeenTimeStore } from '../ports/seen-time-store.ts';
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

const bytesOfBase64 = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

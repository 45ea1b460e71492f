/** What every judgement stands on: whom we trust, who is asked about revocation, and what time it is. */
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { TrustStore } from '../path/build-path.ts';
import type { PolicyDemand } from '../path/path-policies.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import type { UsedEvidence } from './signature-answer.ts';
import type { EvidenceGatherer } from './used-evidence.ts';

/** What is asked of every signer, whatever the form of the signature. */
export interface SignerDemand {
  /** Judge as of this time where no time-stamp proves another; now when absent. */
  at?: Date;
  /** Twelve digits of the body that must have signed; null or absent when any signer will do. */
  expectedSignerBin?: string | null;
  /** Certificate policies the chain of every signer must be good for; any when absent. */
  policies?: PolicyDemand;
  /** From an earlier answer: judge again by it alone, as of then, and ask nobody. */
  evidence?: UsedEvidence;
}

export interface TrustContext {
  store: TrustStore;
  revocation: RevocationService;
  now: Date;
  /** What evidence has shown already, where our clock is behind it; absent or null where it is not. */
  clockBehind?: Date | null;
  /** As in TrustOptions.revocationFreshMs. */
  freshMs?: number | undefined;
  /** As in TrustOptions.timeStampPolicies. */
  timeStampPolicies?: ReadonlySet<string> | undefined;
  /** Where what is long is hashed by GOST; left out, here. */
  digestBeside?: DigestBeside | undefined;
}

/** One judgement under way: what it rests on is taken down. */
export interface Judging extends TrustContext {
  gatherer: EvidenceGatherer;
}

/** Before the end of every algorithm: when a signature was made is known only from its time-stamps, and judged with them. */
export const UNDECIDED = new Date(0);

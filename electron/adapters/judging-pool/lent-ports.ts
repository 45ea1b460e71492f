/** What the judging thread has of the desk: whom it trusts as plain data, and by calls whatever fetches and remembers. */
import { type TrustOptions, verifiedAuthorities } from '../../core/trust/index.ts';
import type { KeptProof } from '../../ports/trust/kept-evidence.ts';
import type { EvidenceSource } from '../../ports/trust/evidence-source.ts';

type Fetched = ReturnType<EvidenceSource['crl']>;

export interface LentPorts {
  ocsp(url: string, request: Uint8Array): Fetched;
  crl(url: string): Fetched;
  issuer(url: string): Fetched;
  readSeenTime(): Promise<Date | null>;
  keepSeenTime(seen: Date): Promise<void>;
  keepEvidence(question: string, proof: KeptProof): Promise<void>;
  findEvidence(question: string): Promise<KeptProof | null>;
}

export interface JudgingWorld {
  anchors: readonly Uint8Array[];
  intermediates: readonly Uint8Array[];
  /** Ports the desk may be without, and that are then not to be asked. */
  has: Record<'issuer' | 'seenTimes' | 'keptEvidence', boolean>;
}

/** What the desk knows in the moment of a question. */
export interface Moment {
  now: Date;
  revocationFreshMs: number | undefined;
  timeStampPolicies: readonly string[] | undefined;
  /** Authorities that any thread of the process has verified. */
  verified: readonly string[];
}

export const momentOf = ({ clock, revocationFreshMs, timeStampPolicies }: TrustOptions): Moment => ({
  now: clock.now(),
  revocationFreshMs: revocationFreshMs?.(),
  timeStampPolicies: timeStampPolicies?.(),
  verified: verifiedAuthorities(),
});

export const worldOf = ({ anchors, intermediates, evidence, seenTimes, keptEvidence }: TrustOptions): JudgingWorld => ({
  anchors,
  intermediates,
  has: { issuer: evidence.issuer !== undefined, seenTimes: seenTimes !== undefined, keptEvidence: keptEvidence !== undefined },
});

/** The side of the desk. Of a port it is without nothing is asked, see JudgingWorld. */
export const lendPorts = ({ evidence, seenTimes, keptEvidence }: TrustOptions): LentPorts => ({
  ocsp: (url, request) => evidence.ocsp(url, request),
  crl: (url) => evidence.crl(url),
  issuer: (url) => evidence.issuer!(url),
  readSeenTime: () => seenTimes!.read(),
  keepSeenTime: (seen) => seenTimes!.keep(seen),
  keepEvidence: (question, proof) => keptEvidence!.keep(question, proof),
  findEvidence: (question) => keptEvidence!.find(question),
});

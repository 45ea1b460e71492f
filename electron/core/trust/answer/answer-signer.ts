/** The layers above integrity for one signer, the same for every form of signature: who signed, when, and may he be believed? */
import type { DatedAlgorithm } from '../../../../shared/domain/trust/algorithm-term.ts';
import { termVerdict } from '../algorithms/algorithm-terms.ts';
import type { Bytes } from '../asn1/der.ts';
import type { ArchiveReading } from '../cms/archive-stamps.ts';
import type { LongTermValues } from '../cms/long-term-values.ts';
import { LIMITS } from '../limits.ts';
import type { PolicyDemand } from '../path/path-policies.ts';
import { createStoredRevocation, withStored } from '../revocation/stored-revocation.ts';
import { type ArchiveJudgement, judgeArchive, type Standing } from '../timestamp/judge-archive.ts';
import { judgeTimeStamp, type Stamped, type TimeStampJudgement } from '../timestamp/timestamp.ts';
import type { Certificate } from '../x509/certificate.ts';
import { identityOf } from '../x509/signer-identity.ts';
import { clockSetBack, judgeChain, judgeRevocation, type ReferenceTime } from './judge-chain.ts';
import { attention, failed, type Finding, type Findings, layersOf, passed, stateOf, undetermined } from './layers.ts';
import type { SignerIdentity, SignerJudgement } from './signature-answer.ts';
import { judgeSigner, SIGNING_PURPOSES } from './signer-rules.ts';
import type { Judging, SignerDemand, TrustContext } from './trust-context.ts';

export interface ProvenSigner {
  /** Whose key made the signature. */
  certificate: Certificate;
  /** Certificates the signature carries: hints. */
  embedded: readonly Certificate[];
  /** Algorithms of the past that the signature rests on; none when left out. */
  legacy?: readonly DatedAlgorithm[];
  values: LongTermValues;
  /** RFC 3161 tokens beside the signature, each with the bytes it must be over. */
  stamps: readonly { token: Bytes; stamped: Stamped }[];
  /** Archive time-stamps over all of it, newest first; none when left out. */
  archive?: readonly ArchiveReading[];
  /** When the signer says the signature was made, where the form has a place for it. */
  claimedAt?: Date | null;
}

export interface SignerAnswer {
  findings: Findings;
  identity: SignerIdentity | null;
  claimedAt: Date | null;
  signedAt: Date | null;
  archivedAt: Date | null;
  revocationAsOf: Date | null;
}

const NO_TIMES = { claimedAt: null, signedAt: null, archivedAt: null, revocationAsOf: null };

/** A signature whose signer is not known, or is not whom it names. */
export const withoutSigner = (integrity: Finding): SignerAnswer => ({
  findings: { integrity },
  identity: null,
  ...NO_TIMES,
});

/** What this signer would be worth alone. */
export function judgementOf({ findings, ...facts }: SignerAnswer): SignerJudgement {
  const checks = layersOf(findings);
  return { state: stateOf(checks), checks, ...facts };
}

export async function answerSigner(integrity: Finding, signer: ProvenSigner, demand: SignerDemand, context: Judging): Promise<SignerAnswer> {
  const { certificate, values } = signer;
  const findings: Findings = { integrity };
  const store = { ...context.store, intermediates: [...context.store.intermediates, ...signer.embedded, ...values.certificates] };
  const stored = createStoredRevocation(values, context);
  const trust = { ...context, store, revocation: context.gatherer.listening(withStored(context.revocation, stored)) };
  const identity = await identityOf(certificate);
  findings.signer = judgeSigner(certificate, identity, demand.expectedSignerBin ?? null);

  if (trust.clockBehind) {
    findings.integrity = ofItsTime(integrity, signer.legacy, null);
    findings.chain = clockSetBack(trust.clockBehind);
    return { ...NO_TIMES, findings, identity, claimedAt: signer.claimedAt ?? null };
  }

  const policies = demand.policies ?? {};
  // Evidence about the signer is on its way while the time-stamps are judged: each answer is asked for once and then kept.
  const archived = judgeArchive(signer.archive ?? [], trust, context.gatherer.addTimestamp);
  const [archive, stamp] = await Promise.all([archived, archived.then((known) => timeStampOf(signer, known, trust)), judgeNow(certificate, policies, trust)]);
  const reference = referenceOf(stamp, archive.signature, demand.at ?? trust.now);
  const provenAt = reference.proven ? reference.at : null;
  findings.integrity = ofItsTime(integrity, signer.legacy, provenAt);
  const chain = await judgeChain(certificate, archive.signature.store, { at: reference.at, provenAt, purposes: SIGNING_PURPOSES, policies });
  findings.chain = timeOpen(chain.finding, stamp.finding);
  findings.timestamp = withArchive(stamp, archive);
  const revocationAsOf = chain.path === null ? null : await addRevocation(findings, chain.path, reference, archive.signature);
  return {
    findings,
    identity,
    claimedAt: signer.claimedAt ?? null,
    signedAt: reference.proven ? reference.at : null,
    archivedAt: archive.signature.isProven ? archive.signature.at : null,
    revocationAsOf,
  };
}

/** Only a time-stamp proves that a signature is older than the weakness of its algorithm; what the signer says of the time proves nothing. */
function ofItsTime(integrity: Finding, legacy: readonly DatedAlgorithm[] = [], provenAt: Date | null): Finding {
  const weak = legacy.find((algorithm) => termVerdict(algorithm, provenAt) === 'refused');
  if (weak !== undefined) return failed('algorithm-refused', weak);
  return legacy.length > 0 && integrity.outcome === 'passed' ? attention('algorithm-legacy', legacy.join(', ')) : integrity;
}

/** The earliest time at which the signature provably existed. */
function referenceOf(stamp: TimeStampJudgement, archived: Standing, otherwise: Date): ReferenceTime {
  if (stamp.genTime !== null) return { at: stamp.genTime, proven: true };
  return archived.isProven ? { at: archived.at, proven: true } : { at: otherwise, proven: false };
}

/** An archive stamp that proves nothing leaves the signature as good as it is without; the reader is told. */
function withArchive(stamp: TimeStampJudgement, { finding, signature }: ArchiveJudgement): Finding {
  if (stamp.finding.code === 'timestamp-missing' && signature.isProven) return finding ?? passed('timestamp-good', signature.at.toISOString());
  const isTelling = stamp.finding.outcome === 'passed' || stamp.finding.code === 'timestamp-missing';
  return isTelling ? (finding ?? stamp.finding) : stamp.finding;
}

/** A certificate that has ended by now may have been good when it signed: while the stamp that would say so cannot be confirmed, nobody knows. */
function timeOpen(chain: Finding, stamp: Finding): Finding {
  const open = chain.outcome === 'failed' && chain.code === 'chain-expired' && stamp.outcome === 'undetermined';
  return open ? undetermined(stamp.code, chain.detail) : chain;
}

async function judgeNow(certificate: Certificate, policies: PolicyDemand, { store, revocation, now }: TrustContext): Promise<void> {
  const { path } = await judgeChain(certificate, store, { at: now, purposes: SIGNING_PURPOSES, policies });
  if (path !== null) await judgeRevocation(path, { revocation, store }, { at: now, proven: false });
}

async function addRevocation(findings: Findings, path: Certificate[], reference: ReferenceTime, standing: Standing): Promise<Date | null> {
  const judged = await judgeRevocation(path, standing, reference);
  findings.revocation = judged.finding;
  return judged.asOf;
}

/** Unsigned parts are hints: of several tokens the first trusted one counts, and one that may yet be trusted more than one that never will. */
async function timeStampOf({ stamps }: ProvenSigner, archive: ArchiveJudgement, trust: Judging): Promise<TimeStampJudgement> {
  let best: TimeStampJudgement | null = null;
  for (const { token, stamped } of stamps.slice(0, LIMITS.timeStamps)) {
    if (trust.store.links?.isSpent === true) break;
    trust.gatherer.addTimestamp(token);
    const { at, isProven, store, revocation } = archive.standingOf(token);
    const judged = await judgeTimeStamp({ ...trust, token, stamped, store, revocation, provenAt: isProven ? at : null });
    if (judged.genTime !== null) return judged;
    // One token a signer there is to be proven anyway, and it may yet be trusted.
    if (judged.finding.outcome === 'failed' || best !== null) trust.store.links?.noteVain();
    if (best === null || best.finding.outcome === 'failed') best = judged;
  }
  return best ?? { finding: attention('timestamp-missing'), genTime: null };
}

/** The whole judgement of a CMS signature: every signer through every layer, and exactly the bytes that are signed. */
import { bytesEqual } from '../../../shared/util/bytes.ts';
import type { TrustStore } from './path/build-path.ts';
import type { Certificate } from './x509/certificate.ts';
import { type Bytes, Malformed } from './asn1/der.ts';
import { clockSetBack, judgeChain, judgeRevocation, type ReferenceTime } from './judge-chain.ts';
import { attention, failed, type Finding, type Findings, layersOf, stateOf, undetermined, worstOf } from './layers.ts';
import { LIMITS } from './limits.ts';
import { longTermValues } from './cms/long-term-values.ts';
import { CMS } from './oids.ts';
import type { PolicyDemand } from './path/path-policies.ts';
import { readSignedData, type SignedData, type SignerInfo } from './cms/read-signed-data.ts';
import type { RevocationService } from './revocation/revocation-service.ts';
import type { SignatureAnswer, SignerIdentity, UsedEvidence } from './signature-answer.ts';
import { identityOf } from './x509/signer-identity.ts';
import { judgeSigner, SIGNING_PURPOSES } from './signer-rules.ts';
import { createStoredRevocation, withStored } from './revocation/stored-revocation.ts';
import { judgeTimeStamp, type TimeStampJudgement } from './timestamp/timestamp.ts';
import { type EvidenceGatherer, gatherEvidence } from './used-evidence.ts';
import { verifySignerInfo } from './cms/verify-signer-info.ts';

export interface SignatureQuestion {
  /** CMS SignedData in DER, BER or PEM. */
  signature: Uint8Array;
  /** The content of a detached signature; with an attached one it must be the same bytes. */
  content?: Uint8Array;
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
}

interface Judging extends TrustContext {
  gatherer: EvidenceGatherer;
}

interface SignerAnswer {
  findings: Findings;
  identity: SignerIdentity | null;
  signedAt: Date | null;
  revocationAsOf: Date | null;
}

export async function verifySignature(question: SignatureQuestion, context: TrustContext): Promise<SignatureAnswer> {
  const gatherer = gatherEvidence(context.now);
  const trust: Judging = { ...context, gatherer };
  try {
    const data = readSignedData(question.signature);
    if (data.signers.length === 0) return refusal(failed('signature-missing', 'no signer'));
    const content = contentOf(data, question.content);
    if (!(content instanceof Uint8Array)) return refusal(content);
    const answers: SignerAnswer[] = [];
    for (const signer of data.signers) answers.push(await answerSigner(data, signer, content, question, trust));
    return combine(answers, content, question.evidence ?? gatherer.gathered());
  } catch (error) {
    if (error instanceof Malformed) return refusal(failed('signature-malformed', error.message));
    throw error;
  }
}

function refusal(integrity: Finding): SignatureAnswer {
  const checks = layersOf({ integrity });
  return { state: stateOf(checks), checks, content: null, signers: [], signedAt: null, revocationAsOf: null, evidence: null };
}

/** The one content: two different ones would let the reader see what the signer did not sign. */
function contentOf(data: SignedData, given: Uint8Array | undefined): Bytes | Finding {
  if (data.content === null) {
    if (given === undefined) return undetermined('content-missing', 'detached signature');
    return new Uint8Array(given);
  }
  if (given !== undefined && !bytesEqual(given, data.content))
    return failed('content-mismatch', 'the content inside differs from the content given');
  return data.content;
}

async function answerSigner(
  data: SignedData,
  signer: SignerInfo,
  content: Bytes,
  question: SignatureQuestion,
  context: Judging,
): Promise<SignerAnswer> {
  const check = await verifySignerInfo(data, signer, content, context.store.intermediates);
  const findings: Findings = { integrity: check.finding };
  if (check.certificate === null) return { findings, identity: null, signedAt: null, revocationAsOf: null };
  const values = longTermValues(data, signer);
  const store = { ...context.store, intermediates: [...context.store.intermediates, ...check.embedded, ...values.certificates] };
  const stored = createStoredRevocation(values, context.now, context.freshMs);
  const trust = { ...context, store, revocation: context.gatherer.listening(withStored(context.revocation, stored)) };
  const identity = await identityOf(check.certificate);
  findings.signer = judgeSigner(check.certificate, identity, question.expectedSignerBin ?? null);

  if (trust.clockBehind) {
    findings.chain = clockSetBack(trust.clockBehind);
    return { findings, identity, signedAt: null, revocationAsOf: null };
  }

  const policies = question.policies ?? {};
  // Evidence about the signer is on its way while the time-stamp is judged: each answer is asked for once and then kept.
  const [stamp] = await Promise.all([timeStampOf(signer, trust), judgeNow(check.certificate, policies, trust)]);
  const reference: ReferenceTime =
    stamp.genTime === null ? { at: question.at ?? trust.now, proven: false } : { at: stamp.genTime, proven: true };
  const chain = await judgeChain(check.certificate, store, { at: reference.at, purposes: SIGNING_PURPOSES, policies });
  findings.chain = timeOpen(chain.finding, stamp.finding);
  findings.timestamp = stamp.finding;
  const revocationAsOf = chain.path === null ? null : await addRevocation(findings, chain.path, reference, trust);
  return { findings, identity, signedAt: stamp.genTime, revocationAsOf };
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

async function addRevocation(findings: Findings, path: Certificate[], reference: ReferenceTime, trust: TrustContext): Promise<Date | null> {
  const judged = await judgeRevocation(path, trust, reference);
  findings.revocation = judged.finding;
  return judged.asOf;
}

/** Unsigned attributes are hints: of several tokens the first trusted one counts. */
async function timeStampOf(signer: SignerInfo, trust: Judging): Promise<TimeStampJudgement> {
  const tokens = signer.unsignedAttributes.filter(({ type }) => type === CMS.timeStampToken).flatMap(({ values }) => values);
  let first: TimeStampJudgement | null = null;
  for (const { encoded } of tokens.slice(0, LIMITS.timeStamps)) {
    trust.gatherer.addTimestamp(encoded);
    const judged = await judgeTimeStamp({ token: encoded, stamped: signer.signature, ...trust });
    if (judged.genTime !== null) return judged;
    first ??= judged;
  }
  return first ?? { finding: attention('timestamp-missing'), genTime: null };
}

function combine(answers: SignerAnswer[], content: Bytes, used: UsedEvidence): SignatureAnswer {
  const checks = layersOf(worstOf(answers.map(({ findings }) => findings)));
  const times = (pick: (answer: SignerAnswer) => Date | null): number[] =>
    answers.map(pick).flatMap((time) => (time === null ? [] : [time.getTime()]));
  const signed = times(({ signedAt }) => signedAt);
  const evidence = times(({ revocationAsOf }) => revocationAsOf);
  return {
    state: stateOf(checks),
    checks,
    content: checks[0]?.outcome === 'passed' ? content : null,
    signers: answers.flatMap(({ identity }) => (identity === null ? [] : [identity])),
    // With several signers: when all had signed, and how old the oldest evidence is.
    signedAt: signed.length === answers.length ? new Date(Math.max(...signed)) : null,
    revocationAsOf: evidence.length === answers.length ? new Date(Math.min(...evidence)) : null,
    evidence: used,
  };
}

/** The layers above integrity for one signer, the same for every form of signature: who signed, when, and may he be believed? */
import type { Bytes } from './asn1/der.ts';
import type { LongTermValues } from './cms/long-term-values.ts';
import { clockSetBack, judgeChain, judgeRevocation, type ReferenceTime } from './judge-chain.ts';
import { attention, type Finding, type Findings, undetermined } from './layers.ts';
import { LIMITS } from './limits.ts';
import type { PolicyDemand } from './path/path-policies.ts';
import { createStoredRevocation, withStored } from './revocation/stored-revocation.ts';
import type { SignerIdentity } from './signature-answer.ts';
import { judgeSigner, SIGNING_PURPOSES } from './signer-rules.ts';
import { judgeTimeStamp, type TimeStampJudgement } from './timestamp/timestamp.ts';
import type { Judging, SignerDemand, TrustContext } from './trust-context.ts';
import type { Certificate } from './x509/certificate.ts';
import { identityOf } from './x509/signer-identity.ts';

export interface ProvenSigner {
  /** Whose key made the signature. */
  certificate: Certificate;
  /** Certificates the signature carries: hints. */
  embedded: readonly Certificate[];
  values: LongTermValues;
  /** RFC 3161 tokens beside the signature, each with the bytes it must be over. */
  stamps: readonly { token: Bytes; stamped: Bytes }[];
}

export interface SignerAnswer {
  findings: Findings;
  identity: SignerIdentity | null;
  signedAt: Date | null;
  revocationAsOf: Date | null;
}

/** A signature whose signer is not known, or is not whom it names. */
export const withoutSigner = (integrity: Finding): SignerAnswer => ({
  findings: { integrity },
  identity: null,
  signedAt: null,
  revocationAsOf: null,
});

export async function answerSigner(integrity: Finding, signer: ProvenSigner, demand: SignerDemand, context: Judging): Promise<SignerAnswer> {
  const { certificate, values } = signer;
  const findings: Findings = { integrity };
  const store = { ...context.store, intermediates: [...context.store.intermediates, ...signer.embedded, ...values.certificates] };
  const stored = createStoredRevocation(values, context.now, context.freshMs);
  const trust = { ...context, store, revocation: context.gatherer.listening(withStored(context.revocation, stored)) };
  const identity = await identityOf(certificate);
  findings.signer = judgeSigner(certificate, identity, demand.expectedSignerBin ?? null);

  if (trust.clockBehind) {
    findings.chain = clockSetBack(trust.clockBehind);
    return { findings, identity, signedAt: null, revocationAsOf: null };
  }

  const policies = demand.policies ?? {};
  // Evidence about the signer is on its way while the time-stamp is judged: each answer is asked for once and then kept.
  const [stamp] = await Promise.all([timeStampOf(signer, trust), judgeNow(certificate, policies, trust)]);
  const reference: ReferenceTime =
    stamp.genTime === null ? { at: demand.at ?? trust.now, proven: false } : { at: stamp.genTime, proven: true };
  const chain = await judgeChain(certificate, store, { at: reference.at, purposes: SIGNING_PURPOSES, policies });
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

/** Unsigned parts are hints: of several tokens the first trusted one counts. */
async function timeStampOf({ stamps }: ProvenSigner, trust: Judging): Promise<TimeStampJudgement> {
  let first: TimeStampJudgement | null = null;
  for (const { token, stamped } of stamps.slice(0, LIMITS.timeStamps)) {
    trust.gatherer.addTimestamp(token);
    const judged = await judgeTimeStamp({ token, stamped, ...trust });
    if (judged.genTime !== null) return judged;
    first ??= judged;
  }
  return first ?? { finding: attention('timestamp-missing'), genTime: null };
}

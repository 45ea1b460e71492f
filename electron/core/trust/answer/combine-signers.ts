/** Makes the one answer out of the answers about every signer: all must be good, and each is shown. */
import type { Bytes } from '../asn1/der.ts';
import { judgementOf, type SignerAnswer } from './answer-signer.ts';
import { type Finding, layersOf, stateOf, worstOf } from './layers.ts';
import type { SignatureAnswer, UsedEvidence } from './signature-answer.ts';

/** The answer to what is no signature at all, or none that can be read. */
export function refusal(integrity: Finding): SignatureAnswer {
  const checks = layersOf({ integrity });
  const nothing = { content: null, contentBytes: null, signers: [], bySigner: [], signedAt: null, revocationAsOf: null, evidence: null };
  return { state: stateOf(checks), checks, ...nothing };
}

/** @param contentBytes where the content is too large to be in memory */
export function combineSigners(
  answers: readonly SignerAnswer[],
  content: Bytes | null,
  used: UsedEvidence,
  contentBytes: number | null = content?.length ?? null,
): SignatureAnswer {
  const checks = layersOf(worstOf(answers.map(({ findings }) => findings)));
  const times = (pick: (answer: SignerAnswer) => Date | null): number[] =>
    answers.map(pick).flatMap((time) => (time === null ? [] : [time.getTime()]));
  const signed = times(({ signedAt }) => signedAt);
  const evidence = times(({ revocationAsOf }) => revocationAsOf);
  const integrity = checks[0]?.outcome;
  const isIntact = integrity === 'passed' || integrity === 'attention';
  return {
    state: stateOf(checks),
    checks,
    content: isIntact ? content : null,
    contentBytes: isIntact ? contentBytes : null,
    signers: answers.flatMap(({ identity }) => (identity === null ? [] : [identity])),
    bySigner: answers.map(judgementOf),
    // With several signers: when all had signed, and how old the oldest evidence is.
    signedAt: signed.length === answers.length ? new Date(Math.max(...signed)) : null,
    revocationAsOf: evidence.length === answers.length ? new Date(Math.min(...evidence)) : null,
    evidence: used,
  };
}

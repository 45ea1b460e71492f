/** The whole judgement of a CMS signature: every signer through every layer, and exactly the bytes that are signed. */
import { bytesEqual } from '../../../shared/util/bytes.ts';
import { answerSigner, type SignerAnswer, withoutSigner } from './answer-signer.ts';
import { type Bytes, Malformed } from './asn1/der.ts';
import { longTermValues } from './cms/long-term-values.ts';
import { readSignedData, type SignedData, type SignerInfo } from './cms/read-signed-data.ts';
import { verifySignerInfo } from './cms/verify-signer-info.ts';
import { combineSigners, refusal } from './combine-signers.ts';
import { failed, type Finding, undetermined } from './layers.ts';
import { CMS } from './oids.ts';
import type { SignatureAnswer } from './signature-answer.ts';
import type { Judging, SignerDemand, TrustContext } from './trust-context.ts';
import { gatherEvidence } from './used-evidence.ts';

export interface SignatureQuestion extends SignerDemand {
  /** CMS SignedData in DER, BER or PEM. */
  signature: Uint8Array;
  /** The content of a detached signature; with an attached one it must be the same bytes. */
  content?: Uint8Array;
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
    for (const signer of data.signers) answers.push(await answerSignerInfo(data, signer, content, question, trust));
    return combineSigners(answers, content, question.evidence ?? gatherer.gathered());
  } catch (error) {
    if (error instanceof Malformed) return refusal(failed('signature-malformed', error.message));
    throw error;
  }
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

async function answerSignerInfo(
  data: SignedData,
  signer: SignerInfo,
  content: Bytes,
  demand: SignerDemand,
  trust: Judging,
): Promise<SignerAnswer> {
  const { finding, certificate, embedded } = await verifySignerInfo(data, signer, content, trust.store.intermediates);
  if (certificate === null) return withoutSigner(finding);
  const stamps = signer.unsignedAttributes
    .filter(({ type }) => type === CMS.timeStampToken)
    .flatMap(({ values }) => values.map(({ encoded }) => ({ token: encoded, stamped: signer.signature })));
  return answerSigner(finding, { certificate, embedded, values: longTermValues(data, signer), stamps }, demand, trust);
}

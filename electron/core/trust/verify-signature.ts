/** The whole judgement of a CMS signature: every signer through every layer, and exactly the bytes that are signed. */
import { bytesEqual } from '../../../shared/util/bytes.ts';
import { answerSigner, type SignerAnswer, withoutSigner } from './answer-signer.ts';
import { type Bytes, Malformed } from './asn1/der.ts';
import { type ArchiveReading, archiveStampsOf } from './cms/archive-stamps.ts';
import { longTermValues, type LongTermValues, mergedValues } from './cms/long-term-values.ts';
import { readSignedData, type SignedData } from './cms/read-signed-data.ts';
import type { SignerInfo } from './cms/read-signer-info.ts';
import { claimedTimeOf } from './cms/signed-attributes.ts';
import { contentInMemory, type SignedContent } from './cms/signed-content.ts';
import { verifySignerInfo } from './cms/verify-signer-info.ts';
import { combineSigners, refusal } from './combine-signers.ts';
import { attention, failed, type Finding, undetermined } from './layers.ts';
import { CMS } from './oids.ts';
import type { SignatureAnswer } from './signature-answer.ts';
import { type Judging, type SignerDemand, type TrustContext, UNDECIDED } from './trust-context.ts';
import { gatherEvidence } from './used-evidence.ts';

export interface SignatureQuestion extends SignerDemand {
  /** CMS SignedData in DER, BER or PEM. */
  signature: Uint8Array;
  /** The content of a detached signature; with an attached one it must be the same bytes. */
  content?: Uint8Array;
}

/** @param carried evidence that came with the document and not inside the signature, such as the security store of a PDF: hints */
export async function verifySignature(question: SignatureQuestion, context: TrustContext, carried?: LongTermValues): Promise<SignatureAnswer> {
  try {
    const data = readSignedData(question.signature);
    const content = contentOf(data, question.content);
    if (!(content instanceof Uint8Array)) return refusal(content);
    const gatherer = gatherEvidence(context.now);
    const answers = await answerSigners({ data, content: contentInMemory(content), carried }, question, { ...context, gatherer });
    return combineSigners(answers, content, question.evidence ?? gatherer.gathered());
  } catch (error) {
    if (error instanceof Malformed) return refusal(failed('signature-malformed', error.message));
    throw error;
  }
}

/** The one content: two different ones would let the reader see what the signer did not sign. */
function contentOf(data: SignedData, given: Uint8Array | undefined): Bytes | Finding {
  if (data.signers.length === 0) return failed('signature-missing', 'no signer');
  if (data.content === null) {
    if (given === undefined) return undetermined('content-missing', 'detached signature');
    return new Uint8Array(given);
  }
  if (given !== undefined && !bytesEqual(given, data.content))
    return failed('content-mismatch', 'the content inside differs from the content given');
  return data.content;
}

export interface SignedMessage {
  data: SignedData;
  content: SignedContent;
  carried?: LongTermValues | undefined;
  /** Archive time-stamps over the whole that stand outside the message, newest first. */
  archive?: readonly ArchiveReading[];
}

/** One after the other: what is asked about one signer answers for the next of the same authority. @throws {Malformed} */
export async function answerSigners(message: SignedMessage, demand: SignerDemand, trust: Judging): Promise<SignerAnswer[]> {
  const answers: SignerAnswer[] = [];
  for (const signer of message.data.signers) answers.push(await answerSignerInfo(message, signer, demand, trust));
  return answers;
}

async function answerSignerInfo(message: SignedMessage, signer: SignerInfo, demand: SignerDemand, trust: Judging): Promise<SignerAnswer> {
  const { data, content, carried, archive: around = [] } = message;
  const { finding, certificate, embedded, legacy } = await verifySignerInfo(data, signer, content, trust.store.intermediates, UNDECIDED);
  const claimedAt = claimedTimeOf(signer);
  if (certificate === null) return { ...withoutSigner(finding), claimedAt };
  const stamps = signer.unsignedAttributes
    .filter(({ type }) => type === CMS.timeStampToken)
    .flatMap(({ values }) => values.map(({ encoded }) => ({ token: encoded, stamped: signer.signature })));
  const values = mergedValues(longTermValues(data, signer), carried);
  const archive = [...around, ...(await archiveStampsOf(data, signer, content))];
  const answer = await answerSigner(finding, { certificate, embedded, legacy, values, stamps, archive, claimedAt }, demand, trust);
  return signer.unsignedAttributes.some(({ type }) => type === CMS.counterSignature) ? withCounterSignature(answer) : answer;
}

/** RFC 5652 11.4: it signs the signature and says nothing of the content. Nobody must take it for judged; without it the signature is what it is. */
function withCounterSignature(answer: SignerAnswer): SignerAnswer {
  const { signer } = answer.findings;
  if (signer?.outcome !== 'passed') return answer;
  return { ...answer, findings: { ...answer.findings, signer: attention('counter-signature-unjudged', signer.detail) } };
}

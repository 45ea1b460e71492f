/** The whole judgement of a CMS signature: every signer through every layer, and exactly the bytes that are signed. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { answerSigner, type SignerAnswer, withoutSigner } from '../answer/answer-signer.ts';
import { combineSigners, refusal } from '../answer/combine-signers.ts';
import { attention, failed, type Finding, undetermined } from '../answer/layers.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import { type Judging, type SignerDemand, type TrustContext, UNDECIDED } from '../answer/trust-context.ts';
import { gatherEvidence } from '../answer/used-evidence.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { CMS } from '../oids.ts';
import { type ArchiveReading, archiveStampsOf } from './archive-stamps.ts';
import { longTermValues, type LongTermValues, mergedValues } from './long-term-values.ts';
import { readSignedData, type SignedData } from './read-signed-data.ts';
import type { SignerInfo } from './read-signer-info.ts';
import { claimedTimeOf } from './signed-attributes.ts';
import { contentInMemory, type SignedContent } from './signed-content.ts';
import { verifySignerInfo } from './verify-signer-info.ts';

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
    const answers = await answerSigners({ data, content: contentInMemory(content, context.digestBeside), carried }, question, { ...context, gatherer });
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
  const archive = [...around, ...(await archiveStampsOf({ data, signer, content, digestBeside: trust.digestBeside }))];
  const answer = await answerSigner(finding, { certificate, embedded, legacy, values, stamps, archive, claimedAt }, demand, trust);
  return signer.unsignedAttributes.some(({ type }) => type === CMS.counterSignature) ? withCounterSignature(answer) : answer;
}

/** RFC 5652 11.4: it signs the signature and says nothing of the content. Nobody must take it for judged; without it the signature is what it is. */
function withCounterSignature(answer: SignerAnswer): SignerAnswer {
  const { signer } = answer.findings;
  if (signer?.outcome !== 'passed') return answer;
  return { ...answer, findings: { ...answer.findings, signer: attention('counter-signature-unjudged', signer.detail) } };
}

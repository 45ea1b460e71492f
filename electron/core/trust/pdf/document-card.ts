/**
 * “Карточка электронного документа”: a PDF file whose first attachment is the document and whose others are its CMS signatures. Its pages
 * are a picture for people and under no signature.
 */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { SignerAnswer } from '../answer/answer-signer.ts';
import { Malformed, orNull } from '../malformed.ts';
import { readSignedData } from '../cms/read-signed-data.ts';
import { contentInMemory } from '../cms/signed-content.ts';
import { attention } from '../answer/layers.ts';
import { LIMITS } from '../limits.ts';
import type { Judging, SignerDemand } from '../answer/trust-context.ts';
import { answerSigners } from '../cms/verify-signature.ts';
import type { Attachment } from './attachments.ts';

export interface DocumentCard {
  document: Attachment;
  signatures: readonly Attachment[];
}

/** Null where it is an ordinary file with attachments: every one but the first of a card is a signature. */
export function cardOf(attachments: readonly Attachment[]): DocumentCard | null {
  const [document, ...signatures] = attachments;
  // Of more than a card may have as many are read as it may have: what is no card is judged for what it is.
  if (document === undefined || !signatures.slice(0, LIMITS.signers).some(isSignature)) return null;
  return { document, signatures };
}

const isSignature = ({ content }: Attachment): boolean => orNull(() => readSignedData(content)) !== null;

/** @throws {Malformed} for an attachment that is no signature of this document: beside signed files it would be taken for one */
export async function answerCard({ document, signatures }: DocumentCard, demand: SignerDemand, trust: Judging): Promise<SignerAnswer[]> {
  if (signatures.length > LIMITS.signers) throw new Malformed('too many signatures');
  const answers: SignerAnswer[] = [];
  for (const { content } of signatures) {
    const data = readSignedData(content);
    if (data.signers.length === 0) throw new Malformed('signature without a signer');
    if (data.content !== null && !bytesEqual(data.content, document.content)) throw new Malformed('signature of another document');
    if (answers.length + data.signers.length > LIMITS.signers) throw new Malformed('too many signers');
    answers.push(...(await answerSigners({ data, content: contentInMemory(document.content) }, demand, trust)));
  }
  return answers.map(withAttention);
}

const withAttention = (answer: SignerAnswer): SignerAnswer =>
  answer.findings.integrity?.outcome === 'passed'
    ? { ...answer, findings: { ...answer.findings, integrity: attention('card-pages-unsigned') } }
    : answer;

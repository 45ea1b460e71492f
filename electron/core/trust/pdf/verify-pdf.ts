/** The whole judgement of a PDF file: signatures inside it (PAdES), or a document card with its signatures attached. */
import type { SignerAnswer } from '../answer/answer-signer.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { combineSigners, refusal } from '../answer/combine-signers.ts';
import { failed, type Finding, undetermined } from '../answer/layers.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import type { SignerDemand, TrustContext } from '../answer/trust-context.ts';
import { gatherEvidence } from '../answer/used-evidence.ts';
import { activeContent } from './active-content.ts';
import { attachmentsOf } from './attachments.ts';
import { answerCard, cardOf } from './document-card.ts';
import { answerPdfSignatures } from './pdf-signatures.ts';
import { signaturesOf } from './signature-fields.ts';
import { PdfFile } from './syntax/pdf-file.ts';
import { Unsupported } from './syntax/pdf-values.ts';

export interface PdfQuestion extends SignerDemand {
  pdf: Uint8Array;
}

export interface PdfAnswer extends SignatureAnswer {
  /** What is signed: the file itself, or the document attached to a card; null where neither was found. */
  form: 'signed' | 'card' | null;
  /** Name of the document attached to a card; else null. */
  documentName: string | null;
}

/** `content` of the answer is what is to be shown: the newest signed revision, or the document attached to a card. */
export async function verifyPdf({ pdf, ...demand }: PdfQuestion, context: TrustContext): Promise<PdfAnswer> {
  try {
    return await judge(new Uint8Array(pdf), demand, context);
  } catch (error) {
    if (error instanceof Malformed) return refused(failed('signature-malformed', error.message));
    if (error instanceof Unsupported) return refused(undetermined(error.code, error.message));
    throw error;
  }
}

const refused = (finding: Finding): PdfAnswer => ({ ...refusal(finding), form: null, documentName: null });

async function judge(bytes: Bytes, demand: SignerDemand, context: TrustContext): Promise<PdfAnswer> {
  const file = await PdfFile.open(bytes);
  const gatherer = gatherEvidence(context.now);
  const trust = { ...context, gatherer };
  const combined = (answers: readonly SignerAnswer[], content: Bytes): SignatureAnswer =>
    combineSigners(answers, content, demand.evidence ?? gatherer.gathered());
  const signatures = await signaturesOf(file);
  if (signatures.length > 0) {
    const { answers, shown } = await answerPdfSignatures(file, signatures, demand, trust);
    if (answers.length === 0) return refused(failed('signature-missing', 'time-stamps alone'));
    const active = await activeContent(file);
    const open = active === null ? answers : answers.map((answer) => left(answer, undetermined('document-with-active-content', active)));
    return { ...combined(open, shown), form: 'signed', documentName: null };
  }
  const card = cardOf(await attachmentsOf(file));
  if (card === null) return refused(failed('signature-missing', 'no signature in the file'));
  return { ...combined(await answerCard(card, demand, trust), card.document.content), form: 'card', documentName: card.document.name };
}

/** What is wrong stays wrong. */
const left = (answer: SignerAnswer, finding: Finding): SignerAnswer =>
  answer.findings.integrity?.outcome === 'failed' ? answer : { ...answer, findings: { ...answer.findings, integrity: finding } };

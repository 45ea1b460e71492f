/** A signed file of any form: its container decides by which rules it is judged, and the answer is one. */
import { refusal } from '../answer/combine-signers.ts';
import type { Finding } from '../answer/layers.ts';
import type { SignatureAnswer } from '../answer/signature-answer.ts';
import type { SignerDemand, TrustContext } from '../answer/trust-context.ts';
import { verifySignature } from '../cms/verify-signature.ts';
import { type PdfAnswer, verifyPdf } from '../pdf/verify-pdf.ts';
import { verifyXml, type XmlAnswer } from '../xml/verify-xml.ts';
import { verifyZip, type ZipAnswer } from '../zip/verify-zip.ts';
import { type Container, recogniseContainer } from './container.ts';

export interface FileQuestion extends SignerDemand {
  /** A CMS in DER, BER or PEM, a signed XML document, a signed archive, a signed PDF file or a document card. */
  file: Uint8Array;
  /** What a detached CMS is about. The other forms carry what they sign, so that with content a file is a CMS or malformed. */
  content?: Uint8Array;
}

export type FileAnswer =
  | ({ container: 'cms' } & SignatureAnswer)
  | ({ container: 'pdf' } & PdfAnswer)
  | ({ container: 'xml' } & XmlAnswer)
  | ({ container: 'zip' } & ZipAnswer);

const containerOf = ({ file, content }: FileQuestion): Container => (content === undefined ? recogniseContainer(file) : 'cms');

export async function verifyFile(question: FileQuestion, context: TrustContext): Promise<FileAnswer> {
  const { file, content, ...demand } = question;
  const container = containerOf(question);
  switch (container) {
    case 'xml':
      return { container, ...(await verifyXml({ xml: file, ...demand }, context)) };
    case 'zip':
      return { container, ...(await verifyZip({ archive: file, ...demand }, context)) };
    case 'pdf':
      return { container, ...(await verifyPdf({ pdf: file, ...demand }, context)) };
    case 'cms': {
      const message = { signature: file, ...(content !== undefined && { content }), ...demand };
      return { container, ...(await verifySignature(message, context)) };
    }
  }
}

/** The answer where nothing in the file was judged. */
export function refuseFile(question: FileQuestion, why: Finding): FileAnswer {
  const container = containerOf(question);
  const answer = refusal(why);
  switch (container) {
    case 'xml':
      return { container, ...answer, signed: [] };
    case 'zip':
      return { container, ...answer, files: [] };
    case 'pdf':
      return { container, ...answer, form: null, documentName: null };
    case 'cms':
      return { container, ...answer };
  }
}

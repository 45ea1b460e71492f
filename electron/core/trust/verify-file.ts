/** A signed file of any form: its container decides by which rules it is judged, and the answer is one. */
import { recogniseContainer } from './container.ts';
import type { SignatureAnswer } from './signature-answer.ts';
import type { SignerDemand, TrustContext } from './trust-context.ts';
import { type PdfAnswer, verifyPdf } from './pdf/verify-pdf.ts';
import { verifySignature } from './verify-signature.ts';
import { verifyXml, type XmlAnswer } from './xml/verify-xml.ts';
import { verifyZip, type ZipAnswer } from './zip/verify-zip.ts';

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

export async function verifyFile({ file, content, ...demand }: FileQuestion, context: TrustContext): Promise<FileAnswer> {
  const container = content === undefined ? recogniseContainer(file) : 'cms';
  switch (container) {
    case 'xml':
      return { container, ...(await verifyXml({ xml: file, ...demand }, context)) };
    case 'zip':
      return { container, ...(await verifyZip({ archive: file, ...demand }, context)) };
    case 'pdf':
      return { container, ...(await verifyPdf({ pdf: file, ...demand }, context)) };
    case 'cms': {
      const question = { signature: file, ...(content !== undefined && { content }), ...demand };
      return { container, ...(await verifySignature(question, context)) };
    }
  }
}

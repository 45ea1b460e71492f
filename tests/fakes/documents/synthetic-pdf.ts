/** A page of text as a PDF file, and the objects that put signatures, stamps and attachments into it. */
import { appendRevision, flateObject, type PdfObjects, type RevisionShape, type SignatureShape, signRevision, streamObject, writePdf } from './pdf-writer.ts';

const TEXT = 'BT /F1 18 Tf 60 700 Td (Pay 100 tenge) Tj ET';

export const catalog = (more = ''): string => `<< /Type /Catalog /Pages 2 0 R ${more} >>`;
export const page = (more = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${more} >>`;

export const onePage = (text = TEXT, more = ''): PdfObjects => ({
  1: catalog(more),
  2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  3: page(),
  4: streamObject('', text),
  5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
});
export const plainPdf = (shape: RevisionShape = {}): Buffer => writePdf(onePage(), shape);
/** In the newer way: objects packed in a stream, cross-references in another. */
export const packedPdf = (): Buffer => writePdf(onePage(), { xref: 'stream', packed: [1, 2, 3, 5] });
/** In both ways at once, as office programs save. */
export const hybridPdf = (shape: RevisionShape = {}): Buffer => writePdf(onePage(), { xref: 'hybrid', packed: [5], ...shape });

const NOWHERE = '[0 0 0 0]';

export interface FieldShape {
  rect?: string;
  /** Fields of earlier signatures, which stay. */
  fields?: string;
  catalog?: string;
  more?: string;
}

/** Objects 10n and after: the field of signature n, its value, and what names them. */
export function signatureObjects(n: number, value: string, { rect = NOWHERE, fields = '', catalog: inCatalog = '', more = '' }: FieldShape = {}): PdfObjects {
  const field = 10 * n;
  return {
    1: catalog(`/AcroForm << /Fields [${fields} ${field} 0 R] /SigFlags 3 >> ${inCatalog}`),
    3: page(`/Annots [${fields} ${field} 0 R]`),
    [field]: `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${n}) /Rect ${rect} /F 132 /P 3 0 R /V ${field + 1} 0 R ${more} >>`,
    [field + 1]: value,
  };
}

export type MakeSignature = (signed: Uint8Array) => Uint8Array;

export const signedPdf = (make: MakeSignature, base: Uint8Array = plainPdf(), shape: SignatureShape & FieldShape = {}): Buffer =>
  signRevision(base, (value) => signatureObjects(1, value, shape), make, shape);

/** Evidence put in after the signature: /DSS with streams of lists. */
export const withSecurityStore = (file: Uint8Array, catalogKeys: string, lists: Uint8Array[], shape: RevisionShape = {}): Buffer =>
  appendRevision(
    file,
    {
      1: catalog(`${catalogKeys} /DSS 40 0 R`),
      40: `<< /Type /DSS /CRLs [${lists.map((_, at) => `${41 + at} 0 R`).join(' ')}] >>`,
      ...Object.fromEntries(lists.map((list, at) => [41 + at, flateObject('', list)])),
    },
    shape,
  );

export interface AttachedFile {
  name: string;
  content: Uint8Array;
}

/** A document card: pages that show it, and everything else attached in this order. */
export function pdfWithAttachments(files: readonly AttachedFile[], shape: RevisionShape = {}): Buffer {
  const names = files.map(({ name }, at) => `(Attachment${String(at + 1).padStart(2, '0')} ${name}) ${20 + 2 * at} 0 R`);
  const objects: PdfObjects = { ...onePage('BT /F1 18 Tf 60 700 Td (Card) Tj ET', '/Names << /EmbeddedFiles 6 0 R >>'), 6: `<< /Names [${names.join(' ')}] >>` };
  for (const [at, { name, content }] of files.entries()) {
    const number = 20 + 2 * at;
    const text = `<feff${Buffer.from(name, 'utf16le').swap16().toString('hex')}>`;
    objects[number] = `<< /Type /Filespec /F ${text} /UF ${text} /EF << /F ${number + 1} 0 R /UF ${number + 1} 0 R >> >>`;
    objects[number + 1] = flateObject('/Type /EmbeddedFile', content);
  }
  return writePdf(objects, shape);
}

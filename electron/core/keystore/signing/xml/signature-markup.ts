/** The markup of an XML signature (XML Signature 1.0), in the two layouts portals know: in one piece, or in lines as Java writes it. */
import { encodeBase64 } from '../../../../../shared/util/base64.ts';
import { DSIG, INCLUSIVE_C14N } from '../../../trust/xml/index.ts';

export interface MarkupInput {
  signatureMethod: string;
  digestMethod: string;
  digest: Uint8Array;
  /** Empty for the whole document. */
  referenceUri: string;
  transforms: readonly string[];
  canonicalization: string;
  /** Filled in when the value is known. */
  value: Uint8Array | null;
  keyInfo: string;
  /** Between elements, and between lines of base 64. */
  lineEnd: string;
}

/** Letters of base 64 a line, as Java's encoder has it. */
const LINE = 76;

export function wrapped(bytes: Uint8Array, lineEnd: string): string {
  const text = encodeBase64(bytes);
  return lineEnd === '' ? text : [lineEnd, ...(text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []).map((line) => line + lineEnd)].join('');
}

export function signatureMarkup(input: MarkupInput): string {
  const { lineEnd: end } = input;
  const method = (name: string, algorithm: string): string => `<ds:${name} Algorithm="${algorithm}"/>${end}`;
  const signedInfo = [
    `<ds:SignedInfo>${end}`,
    method('CanonicalizationMethod', input.canonicalization),
    method('SignatureMethod', input.signatureMethod),
    `<ds:Reference URI="${input.referenceUri}">${end}`,
    `<ds:Transforms>${end}`,
    ...input.transforms.map((transform) => method('Transform', transform)),
    `</ds:Transforms>${end}`,
    method('DigestMethod', input.digestMethod),
    `<ds:DigestValue>${encodeBase64(input.digest)}</ds:DigestValue>${end}`,
    `</ds:Reference>${end}</ds:SignedInfo>${end}`,
  ].join('');
  const value = input.value === null ? '' : wrapped(input.value, end);
  return (
    `<ds:Signature xmlns:ds="${DSIG}">${end}${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue>${end}` +
    `<ds:KeyInfo>${end}${input.keyInfo}</ds:KeyInfo>${end}</ds:Signature>`
  );
}

export const certificateMarkup = (certificate: Uint8Array, lineEnd: string): string =>
  `<ds:X509Data>${lineEnd}<ds:X509Certificate>${wrapped(certificate, lineEnd)}</ds:X509Certificate>${lineEnd}</ds:X509Data>${lineEnd}`;

export const WITH_COMMENTS = `${INCLUSIVE_C14N}#WithComments`;

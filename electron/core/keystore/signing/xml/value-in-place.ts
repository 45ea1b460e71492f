/**
 * Signs SignedInfo where it will stand: its canonical form takes in the namespaces around it, so the signature is first written
 * without its value, read again as a verifier will read it, and only then signed.
 */
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import { fixedWidthOfDer } from '../../../trust/algorithms/index.ts';
import { type Bytes, Malformed } from '../../../trust/asn1/index.ts';
import { type CanonicalForm, canonicalize, DSIG, elementsOf, onlyChild, readXmlText, type XmlElement } from '../../../trust/xml/index.ts';
import type { SignatureScheme } from '../../keys/signature-schemes.ts';
import type { SystemKey } from '../../open-system-key.ts';
import type { SignatureFailure } from '../signature-failure.ts';
import { type MarkupInput, signatureMarkup } from './signature-markup.ts';

/** Octets of a coordinate, where XML has r ‖ s of that width and CMS has DER (RFC 4050 3.3). */
const FIELD_BYTES: Readonly<Record<string, number>> = { 'ECDSA-P256': 32, 'ECDSA-P384': 48 };

export interface Around {
  before: string;
  after: string;
}

/** The whole text with the signature in its place. @throws {Malformed} when the text around is no document. */
export async function valueInPlace(
  markup: Omit<MarkupInput, 'value'>,
  { before, after }: Around,
  form: CanonicalForm,
  { key, scheme }: { key: SystemKey; scheme: SignatureScheme },
): Promise<Result<string, SignatureFailure>> {
  const document = readXmlText(before + signatureMarkup({ ...markup, value: null }) + after);
  const signedInfo = unsignedSignature(document.root);
  const value = await key.sign(canonicalize({ document, apex: signedInfo }, form), scheme);
  if (!value.ok) return failure({ code: 'key', reason: value.failure });
  return success(before + signatureMarkup({ ...markup, value: valueOf(new Uint8Array(value.value), key) }) + after);
}

/** SignedInfo of the one signature without a value. Another one would be the document's own, and the two could not be told apart. */
function unsignedSignature(root: XmlElement): XmlElement {
  const empty = [...elementsOf(root)].filter(
    (element) => element.namespace === DSIG && element.localName === 'Signature' && onlyChild(element, 'SignatureValue')?.children.length === 0,
  );
  const signedInfo = empty.length === 1 ? onlyChild(empty[0]!, 'SignedInfo') : undefined;
  if (signedInfo === undefined) throw new Malformed('a signature without a value');
  return signedInfo;
}

function valueOf(value: Bytes, { algorithm }: SystemKey): Bytes {
  const fieldBytes = FIELD_BYTES[algorithm];
  return fieldBytes === undefined ? value : fixedWidthOfDer(value, fieldBytes);
}

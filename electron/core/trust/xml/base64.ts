/** Base64 in XML: white space anywhere, and never nothing. */
import { decodeBase64 } from '../../../../shared/util/base64.ts';
import type { Bytes } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';

/** @throws {Malformed} */
export function fromBase64(text: string): Bytes {
  const bytes = decodeBase64(text);
  if (bytes === null || bytes.length === 0) throw new Malformed('Base64');
  return bytes;
}

/** The octets of ds:SignatureValue between the form XML gives them and the one of CMS, which the rest of the trust domain reads. */
import { type Bytes, readOnly, TAG } from '../asn1/der.ts';
import { integerOctets } from '../asn1/der-values.ts';
import { encode } from '../asn1/der-writer.ts';
import { curveOf, type PublicKey } from '../algorithms/public-key.ts';

/** r ‖ s, each of the width of the curve, to SEQUENCE { r, s }; null for any other length. @throws {Malformed} for a key that cannot be read. */
export function derOfFixedWidth(value: Bytes, key: PublicKey): Bytes | null {
  const width = curveOf(key)?.fieldBytes;
  if (width === undefined || value.length !== 2 * width) return null;
  return encode(TAG.sequence, integerOf(value.subarray(0, width)), integerOf(value.subarray(width)));
}

/** @throws {Malformed} when the value is not SEQUENCE { r, s } of that width. */
export function fixedWidthOfDer(value: Bytes, fieldBytes: number): Bytes {
  const fixed = new Uint8Array(2 * fieldBytes);
  const numbers = readOnly(value, TAG.sequence);
  for (const end of [fieldBytes, 2 * fieldBytes]) {
    const octets = integerOctets(numbers.expect(TAG.integer));
    const magnitude = octets[0] === 0 ? octets.subarray(1) : octets;
    fixed.set(magnitude, end - magnitude.length);
  }
  numbers.end();
  return fixed;
}

function integerOf(octets: Bytes): Bytes {
  const start = octets.findIndex((octet) => octet !== 0);
  const magnitude = start === -1 ? new Uint8Array(1) : octets.subarray(start);
  return magnitude[0]! >= 0x80 ? encode(TAG.integer, Uint8Array.of(0), magnitude) : encode(TAG.integer, magnitude);
}

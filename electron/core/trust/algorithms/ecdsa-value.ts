/** The two forms of an ECDSA signature: SEQUENCE { r, s } of certificates and CMS (RFC 3279 2.2.3), r ‖ s of XML and WebCrypto. */
import { type Bytes, readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { integerOctets } from '../asn1/der-values.ts';
import { encode } from '../asn1/der-writer.ts';

/** @param fieldBytes width of r and of s. @throws {Malformed} for anything but two positive numbers that fit, in strict DER */
export function fixedWidthOfDer(value: Bytes, fieldBytes: number): Bytes {
  const numbers = readOnly(value, TAG.sequence);
  const fixed = new Uint8Array(2 * fieldBytes);
  for (const end of [fieldBytes, 2 * fieldBytes]) {
    const octets = integerOctets(numbers.expect(TAG.integer));
    const magnitude = octets[0] === 0 ? octets.subarray(1) : octets;
    if (octets[0]! >= 0x80 || magnitude.length === 0 || magnitude.length > fieldBytes) throw new Malformed('ECDSA signature');
    fixed.set(magnitude, end - magnitude.length);
  }
  numbers.end();
  return fixed;
}

/** Null for a value of any other length. */
export function derOfFixedWidth(value: Bytes, fieldBytes: number): Bytes | null {
  if (value.length !== 2 * fieldBytes) return null;
  return encode(TAG.sequence, integerOf(value.subarray(0, fieldBytes)), integerOf(value.subarray(fieldBytes)));
}

function integerOf(octets: Bytes): Bytes {
  const start = octets.findIndex((octet) => octet !== 0);
  const magnitude = start === -1 ? new Uint8Array(1) : octets.subarray(start);
  return magnitude[0]! >= 0x80 ? encode(TAG.integer, Uint8Array.of(0), magnitude) : encode(TAG.integer, magnitude);
}

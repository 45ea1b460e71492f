/** The DER elements that files and requests are written with (X.690), over their encoded contents. */
import { type Bytes, context, TAG } from './der.ts';
import { encode } from './der-writer.ts';

export const sequence = (...parts: Bytes[]): Bytes => encode(TAG.sequence, ...parts);
export const octets = (content: Bytes): Bytes => encode(TAG.octetString, content);
/** Of whole octets. */
export const bits = (content: Bytes): Bytes => encode(TAG.bitString, Uint8Array.of(0), content);
export const explicit = (number: number, ...parts: Bytes[]): Bytes => encode(context(number), ...parts);
export const nothing: Bytes = Uint8Array.of(TAG.null, 0);

/** DER wants the elements of a SET OF in ascending order of their encodings (X.690 11.6). */
export const setOf = (...elements: Bytes[]): Bytes => encode(TAG.set, ...elements.toSorted(compareOctets));

function compareOctets(a: Bytes, b: Bytes): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** OBJECT IDENTIFIER of its dotted form (X.690 8.19). */
export function objectIdentifier(dotted: string): Bytes {
  const [root = 0, second = 0, ...others] = dotted.split('.').map(Number);
  return encode(TAG.oid, Uint8Array.from([root * 40 + second, ...others].flatMap(baseOf128)));
}

function baseOf128(arc: number): number[] {
  const digits = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(128 + (rest % 128));
  return digits;
}

/** INTEGER of a non-negative number, in as few octets as X.690 8.3.2 wants. @param bigEndian leading zeros are dropped */
export function unsignedInteger(bigEndian: Bytes): Bytes {
  const start = bigEndian.findIndex((octet) => octet !== 0);
  if (start === -1) return encode(TAG.integer, Uint8Array.of(0));
  const significant = bigEndian.subarray(start);
  return significant[0]! >= 0x80 ? encode(TAG.integer, Uint8Array.of(0), significant) : encode(TAG.integer, significant);
}

export const numberElement = (value: number): Bytes =>
  unsignedInteger(Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff));

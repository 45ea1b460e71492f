/** Writes DER: one element from its parts, parts one after another, and object identifiers. */
import { type Bytes, TAG } from './der.ts';

export function encode(tag: number, ...parts: Bytes[]): Bytes {
  return joined(headerOf(tag, parts.reduce((sum, part) => sum + part.length, 0)), ...parts);
}

export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

/** Identifier and length octets of contents this long, wherever they are. */
export function headerOf(tag: number, length: number): Bytes {
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.from(length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]);
}

/** OBJECT IDENTIFIER of its dotted form (X.690 8.19). */
export function encodeOid(oid: string): Bytes {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const sevens = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) sevens.unshift(0x80 | (left % 128));
    return sevens;
  });
  return encode(TAG.oid, Uint8Array.from(octets));
}

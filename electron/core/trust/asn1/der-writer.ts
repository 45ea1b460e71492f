/** Writes DER of one element from its parts. */
import type { Bytes } from './der.ts';

export function encode(tag: number, ...parts: Bytes[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets];
  const encoded = new Uint8Array(header.length + length);
  encoded.set(header);
  let position = header.length;
  for (const part of parts) {
    encoded.set(part, position);
    position += part.length;
  }
  return encoded;
}

/** Writes DER: one element from its parts, and parts one after another. */
import type { Bytes } from './der.ts';

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

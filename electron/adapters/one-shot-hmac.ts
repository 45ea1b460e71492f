/** HMAC-SHA-256 (RFC 2104) from whole-message hashes: a key is prepared once, and a code costs no object of Node's. */
import { hash } from 'node:crypto';

/** Of SHA-256, in bytes (RFC 2104 section 2). */
const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** @param key at most a block long @returns lower-case hex of a short text @throws {RangeError} for a longer key, which would have to be hashed first */
export function oneShotHmac(key: Uint8Array): (text: string) => string {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block');
  const padded = (pad: number): Buffer => Buffer.from(Array.from({ length: BLOCK }, (_, index) => (key[index] ?? 0) ^ pad));
  const inner = padded(INNER);
  const outer = padded(OUTER);
  return (text) => hash('sha256', Buffer.concat([outer, Buffer.from(hash('sha256', Buffer.concat([inner, Buffer.from(text)])), 'hex')]));
}

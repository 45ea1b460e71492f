/** HMAC-SHA-256 (RFC 2104) from whole-message hashes: a key is prepared once, and a code costs no object of Node's. */
import { hash } from 'node:crypto';

/** Of SHA-256, in bytes (RFC 2104 section 2). */
const BLOCK = 64;
const HASH_BYTES = 32;
const INNER = 0x36;
const OUTER = 0x5c;
/** In UTF-8 a character takes three bytes at most. */
const BYTES_OF_CHARACTER = 3;
const LONGEST_TEXT = 512;

/**
 * @param key at most a block long
 * @returns lower-case hex of a text of up to 512 characters @throws {RangeError} for a longer key, which would have to be hashed first, or a longer text
 */
export function oneShotHmac(key: Uint8Array): (text: string) => string {
  if (key.length > BLOCK) throw new RangeError('a key longer than a block');
  const padded = (pad: number, room: number): Buffer => {
    const bytes = Buffer.alloc(BLOCK + room);
    for (let index = 0; index < BLOCK; index += 1) bytes[index] = (key[index] ?? 0) ^ pad;
    return bytes;
  };
  const inner = padded(INNER, LONGEST_TEXT * BYTES_OF_CHARACTER);
  const outer = padded(OUTER, HASH_BYTES);
  return (text) => {
    if (text.length > LONGEST_TEXT) throw new RangeError('a text too long for a key or an index');
    outer.write(hash('sha256', inner.subarray(0, BLOCK + inner.write(text, BLOCK))), BLOCK, 'hex');
    return hash('sha256', outer);
  };
}

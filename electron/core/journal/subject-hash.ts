/** Finds one citizen's entries again without holding the ИИН: a keyed hash, because twelve digits are guessed in seconds without a key. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesToHex } from '../../../shared/util/bytes.ts';

/** The length of a key of the organisation, equal to the output of the hash (RFC 2104 section 3). */
const SUBJECT_KEY_BYTES = 32;

/** HMAC-SHA-256 (RFC 2104) of the ИИН, lower-case hex. @throws {RangeError} for a key of another length. */
export function subjectHash(key: Uint8Array, iin: string): string {
  if (key.length !== SUBJECT_KEY_BYTES) throw new RangeError(`a subject key has ${SUBJECT_KEY_BYTES} bytes`);
  return bytesToHex(hmac(sha256, key, utf8ToBytes(iin)));
}

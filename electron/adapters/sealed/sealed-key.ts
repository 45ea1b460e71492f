/** A secret key made at the first start and kept sealed to this machine: of the subject hashes, and of the journal's sensitive columns. */
import { randomBytes } from 'node:crypto';
import type { SecretBox } from '../../ports/secret-box.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** For HMAC-SHA-256 (RFC 2104 section 3) and AES-256 alike. */
const KEY_BYTES = 32;

/**
 * @returns 32 bytes
 * @throws when the file is there and cannot be opened: a new key would quietly cut what was written so far off from what is written later.
 */
export async function loadSealedKey(file: string, box: SecretBox): Promise<Uint8Array> {
  const kept = await readSealed(file, box);
  if (kept !== null) return kept;
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  await writeSealed(file, key, box);
  return key;
}

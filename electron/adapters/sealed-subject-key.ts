/** The organisation's key of the subject hashes, made at the first start and kept sealed to this machine. */
import { randomBytes } from 'node:crypto';
import { SUBJECT_KEY_BYTES } from '../core/journal/index.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * @returns 32 bytes
 * @throws when the file is there and cannot be opened: a new key would quietly cut a citizen's earlier entries off from the later ones.
 */
export async function loadSubjectKey(file: string, box: SecretBox): Promise<Uint8Array> {
  const kept = await readSealed(file, box);
  if (kept !== null) return kept;
  const key = new Uint8Array(randomBytes(SUBJECT_KEY_BYTES));
  await writeSealed(file, key, box);
  return key;
}

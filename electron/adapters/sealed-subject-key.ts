/** The organisation's key of the subject hashes, made at the first start and kept sealed to this machine. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SUBJECT_KEY_BYTES } from '../core/journal/index.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { replaceFile } from './atomic-file.ts';

/**
 * @returns 32 bytes
 * @throws when the file is there and cannot be opened: a new key would quietly cut a citizen's earlier entries off from the later ones.
 */
export async function loadSubjectKey(file: string, box: SecretBox): Promise<Uint8Array> {
  let sealed: Uint8Array;
  try {
    sealed = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const key = new Uint8Array(randomBytes(SUBJECT_KEY_BYTES));
    await replaceFile(file, await box.seal(key));
    return key;
  }
  return box.open(sealed);
}

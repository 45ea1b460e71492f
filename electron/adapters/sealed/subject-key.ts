/**
 * The organisation's key of the subject hashes: made by its first workstation and handed to the others, so that one citizen's
 * entries are found alike at each. It is handed over in a file of one line; a start seals it to its machine and removes the file.
 */
import { readFile, rm } from 'node:fs/promises';
import type { SecretBox } from '../../ports/secret-box.ts';
import { writeSealed } from './sealed-file.ts';
import { loadSealedKey } from './sealed-key.ts';

const FORM = 'tekser-subject-key/1';
/** As long as the output of the hash (RFC 2104 section 3). */
const KEY_BYTES = 32;

export const subjectKeyText = (key: Uint8Array): string => `${FORM} ${Buffer.from(key).toString('base64')}\n`;

/** Null for a text `subjectKeyText` does not write. */
export function parseSubjectKey(text: string): Uint8Array | null {
  const key = new Uint8Array(Buffer.from(text.slice(FORM.length + 1), 'base64'));
  return key.length === KEY_BYTES && subjectKeyText(key) === text ? key : null;
}

/** @param handed where `tekser journal import-key` puts a key @throws as `loadSealedKey`, and for a handed file that holds no key */
export async function loadSubjectKey(sealed: string, handed: string, box: SecretBox): Promise<Uint8Array> {
  const text = await readFile(handed, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return loadSealedKey(sealed, box);
  const key = parseSubjectKey(text);
  if (key === null) throw new TypeError('the key of subject hashes that was handed in is none');
  // Sealed first: an end of the power between the two finds the same key again.
  await writeSealed(sealed, key, box);
  await rm(handed);
  return key;
}

/** Whether the keys of a data directory are kept by another store of this machine, which alone can open what it sealed. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { sealedFiles } from '../files/data-directory.ts';

/**
 * True where the directory was begun under another store: a second key for the subjects would give one citizen two hashes in one
 * journal, and neither shell would find what the other wrote. @param backend of the store that asks @throws what the file system throws
 */
export async function sealedElsewhere(directory: string, backend: string): Promise<boolean> {
  const own = basename(sealedFiles(directory, backend).subjectKey);
  const any = basename(sealedFiles(directory, 'key-file').subjectKey);
  const kept = (await readdir(directory)).filter((name) => name === any || name.startsWith(`${any}.`));
  return kept.length > 0 && !kept.includes(own);
}

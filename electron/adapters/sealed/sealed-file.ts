/** A small file only this machine can open. */
import { readFile } from 'node:fs/promises';
import type { SecretBox } from '../../ports/secret-box.ts';
import { replaceFile } from '../files/atomic-file.ts';

/** Null where there is no file. @throws when it is there and cannot be opened. */
export async function readSealed(file: string, box: SecretBox): Promise<Uint8Array | null> {
  let sealed: Uint8Array;
  try {
    sealed = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
  const { plain, stale } = await box.open(sealed);
  if (stale) await sealAgain(file, plain, box);
  return plain;
}

/** Durable when it resolves. @throws what the file system throws */
export async function writeSealed(file: string, plain: Uint8Array, box: SecretBox): Promise<void> {
  await replaceFile(file, await box.seal(plain));
}

/** The old seal still opens: where the new one cannot be written, the next start tries again. */
async function sealAgain(file: string, plain: Uint8Array, box: SecretBox): Promise<void> {
  try {
    await writeSealed(file, plain, box);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

/** Opens a file a command is to write, never over one that is there. */
import { type FileHandle, open } from 'node:fs/promises';
import { usageFailure } from '../command-failure.ts';

/** For this user only. @throws {CommandFailure} */
export async function openNewFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'wx', 0o600);
  } catch (cause) {
    const exists = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw usageFailure(exists ? 'file-exists' : 'file-unwritable', file, { cause });
  }
}

/** Replaces small files so that a reader or a power cut finds the old content or the new one, never a part. */
import { open, rename, rm } from 'node:fs/promises';

/** @param mode permission bits of a new file (POSIX) @throws what the file system throws; the old file is then untouched */
export async function replaceFile(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  try {
    const file = await open(draft, 'w', mode);
    try {
      await file.writeFile(content);
      // Without this a rename may reach the disk before the bytes it names.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

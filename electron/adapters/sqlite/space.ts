/** How much room the journal takes, and how much is left beside it. */
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** @returns bytes; what this user may still write counts as free */
export function spaceOf(file: string): { used: number; free: number } {
  const used = [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  const { bavail, bsize } = statfsSync(dirname(file));
  return { used, free: bavail * bsize };
}

/** Keeps what could not be read under a dated name, so that a new file can take its place and nothing is lost. */
import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * Renames `path` (and companions named by a suffix) to `name-<why>-20261122T101500Z.ext` in the same folder.
 * @returns the new file name without the folder
 */
export function setAside(path: string, why: 'damaged' | 'invalid' | 'altered', now: Date, suffixes: readonly string[] = []): string {
  const extension = extname(path);
  const stamp = now.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  const name = `${basename(path, extension)}-${why}-${stamp}${extension}`;
  for (const suffix of [...suffixes, '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(dirname(path), name + suffix));
  }
  return name;
}

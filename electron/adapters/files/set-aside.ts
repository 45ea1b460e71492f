/** Keeps what could not be read under a dated name, so that a new file can take its place and nothing is lost. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

const SECOND_MS = 1_000;

/**
 * Renames `path` (and companions named by a suffix) to `name-<why>-20261122T101500Z.ext` in the same folder; what has that name
 * already keeps it, and this one is dated a second later.
 * @returns the new file name without the folder
 */
export function setAside(path: string, why: 'damaged' | 'invalid' | 'altered', now: Date, suffixes: readonly string[] = []): string {
  const extension = extname(path);
  const nameAt = (instant: Date): string => `${basename(path, extension)}-${why}-${instant.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')}${extension}`;
  let at = now;
  while (existsSync(join(dirname(path), nameAt(at)))) at = new Date(at.getTime() + SECOND_MS);
  const name = nameAt(at);
  for (const suffix of [...suffixes, '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, join(dirname(path), name + suffix));
  }
  return name;
}

const STAMPED = /-(\d{8}T\d{6}Z)$/;

/** What was set aside from this file before, the newest first; names without the folder. */
export function asideNamesOf(path: string): string[] {
  const extension = extname(path);
  const stem = `${basename(path, extension)}-`;
  const stampOf = (name: string): string => STAMPED.exec(basename(name, extension))?.[1] ?? '';
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(stem) && extname(name) === extension && stampOf(name) !== '')
    .toSorted((a, b) => (stampOf(a) < stampOf(b) ? 1 : -1));
}

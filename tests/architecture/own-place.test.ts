/** Proves that a test run neither reads nor writes what the program keeps for the person who runs it. */
import { tmpdir } from 'node:os';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { dataDirectory } from '../../electron/adapters/files/data-directory.ts';

test('a data directory that no test names lies in a place of the run, in every environment', () => {
  for (const environment of ['training', 'test', 'production'] as const)
    expect(relative(tmpdir(), dataDirectory(null, environment))).toMatch(/^tekser-tests-\d+\//);
});

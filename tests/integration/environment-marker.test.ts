/** What was begun in one environment is not taken up by another. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDirectory, environmentOf } from '../../electron/adapters/files/environment-marker.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tekser-environment-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a fresh directory belongs to whoever begins it, again and again', async () => {
  expect(await environmentOf(directory)).toBeNull();
  expect(await claimDirectory(directory, 'production')).toEqual({ ok: true, value: null });
  expect(await claimDirectory(directory, 'production')).toEqual({ ok: true, value: null });
  expect(await environmentOf(directory)).toBe('production');
});

test.each(['training', 'test'] as const)('one of production is none for %s, and stays what it is', async (wanted) => {
  await claimDirectory(directory, 'production');
  expect(await claimDirectory(directory, wanted)).toEqual({
    ok: false,
    failure: { code: 'other-environment', directory, begun: 'production', wanted },
  });
  expect(await readFile(join(directory, 'environment'), 'utf8')).toBe('production\n');
});

test('a marker of a later version is left alone', async () => {
  await writeFile(join(directory, 'environment'), 'rehearsal\n');
  expect(await claimDirectory(directory, 'training')).toMatchObject({ ok: false, failure: { begun: 'unknown' } });
});

test('a marker that lost its content in a crash is written again', async () => {
  await writeFile(join(directory, 'environment'), '');
  expect(await claimDirectory(directory, 'test')).toEqual({ ok: true, value: null });
  expect(await environmentOf(directory)).toBe('test');
});

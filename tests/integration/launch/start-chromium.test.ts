/** What `npm start` says and answers with where the Chromium shell cannot go on. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimDirectory } from '../../../electron/adapters/files/environment-marker.ts';
import { lockInstance } from '../../../electron/adapters/files/single-instance-lock.ts';
import { startChromium } from '../../../electron/launch/browser/start-chromium.ts';
import { openChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';

let data: string;
const said: string[] = [];
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'tekser-start-'));
  said.length = 0;
  vi.stubEnv('LC_ALL', 'C');
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  vi.spyOn(console, 'error').mockImplementation((sentence: string) => void said.push(sentence));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(data, { recursive: true, force: true });
});

const start = (directory = data): Promise<number> => startChromium({ data: directory, seed: 1, connection: null, openShell: openChromiumShell });
/** One line, without a stack. */
const onlySentence = (): string => {
  expect(said).toHaveLength(1);
  expect(said[0]!.split('\n')).toHaveLength(1);
  return said[0]!;
};

test('a second instance is told which process runs, with the exit code of “busy”', async () => {
  const lock = lockInstance(data);
  expect(await start()).toBe(75);
  expect(onlySentence()).toContain(`process ${process.pid}`);
  if (lock.ok) lock.value.release();
});

test('data of another environment are named', async () => {
  await claimDirectory(data, 'production');
  expect(await start()).toBe(64);
  expect(onlySentence()).toContain('“production”');
});

test('a data directory that cannot be made is named', async () => {
  await writeFile(join(data, 'file'), '');
  const below = join(data, 'file', 'below');
  expect(await start(below)).toBe(70);
  expect(onlySentence()).toContain(below);
});

// On Windows there is no program that ends at once at the same place everywhere.
test.skipIf(process.platform === 'win32')('a browser that ends at once is named, and everything is let go', async () => {
  vi.stubEnv('TEKSER_BROWSER', '/bin/false');
  expect(await start()).toBe(70);
  expect(onlySentence()).toContain('/bin/false');
  expect(lockInstance(data).ok).toBe(true);
});

test('a browser that was named and is not there is not replaced by another', async () => {
  vi.stubEnv('TEKSER_BROWSER', join(data, 'none'));
  expect(await start()).toBe(69);
  expect(onlySentence()).toContain('TEKSER_BROWSER');
});

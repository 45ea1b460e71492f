/** The data directory on a real file system: made with all that leads to it, or refused at once. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDataDirectory } from '../../electron/adapters/files/data-directory.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tekser-data-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('is made with the folders above it, for this user only, and again does no harm', async () => {
  const deep = join(folder, 'a', 'b');
  await Promise.all([makeDataDirectory(deep), makeDataDirectory(deep)]);
  expect((await stat(deep)).mode & 0o777).toBe(0o700);
  await makeDataDirectory(deep);
});

test.each(['file', 'file/below'])('%s is refused where a file is in the way', async (path) => {
  await writeFile(join(folder, 'file'), '');
  await expect(makeDataDirectory(join(folder, path))).rejects.toMatchObject({ code: expect.stringMatching(/^(EEXIST|ENOTDIR)$/) as string });
});

// Other systems have no file system that answers ENOENT to a new folder.
test.skipIf(process.platform !== 'linux')('is refused, not tried for ever, where there can be no new folder', async () => {
  await expect(makeDataDirectory('/proc/tekser/data')).rejects.toMatchObject({ code: 'ENOENT' });
});

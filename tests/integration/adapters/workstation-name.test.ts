/** Who a workstation is to the others: two data directories on one machine are two, and a directory opened again is the same. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workstationName } from '../../../electron/adapters/workstation-name.ts';

let folders: string[];
beforeEach(async () => {
  folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'tekser-name-'))));
});
afterEach(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

it('names the machine, tells its data directories apart, and keeps each name', () => {
  const [one, other] = folders.map(workstationName) as [string, string];
  expect(one.startsWith(`${hostname().slice(0, 60)}-`)).toBe(true);
  expect(one).not.toBe(other);
  expect(folders.map(workstationName)).toEqual([one, other]);
});

it('begins anew where the file was left empty', async () => {
  const file = join(folders[0]!, 'workstation');
  await writeFile(file, '');
  const name = workstationName(folders[0]!);
  expect(name).not.toBe('');
  expect((await readFile(file, 'utf8')).trim()).toBe(name);
  expect(workstationName(folders[0]!)).toBe(name);
});

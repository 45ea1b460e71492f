/** The latest time seen, on a real disk: kept over restarts, by several writers, and whatever somebody laid in its place. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileSeenTimeStore } from '../../electron/adapters/file-seen-time-store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-seen-'));
  file = join(folder, 'seen-time');
});
afterEach(() => rmSync(folder, { recursive: true }));

const EARLIER = new Date('2026-11-22T04:00:00.000Z');
const LATER = new Date('2026-11-22T05:00:00.000Z');

it('knows nothing at first, and then what was kept before the restart', async () => {
  expect(await createFileSeenTimeStore(file).read()).toBeNull();
  await createFileSeenTimeStore(file).keep(LATER);
  expect(await createFileSeenTimeStore(file).read()).toEqual(LATER);
});

it('never goes back, whoever of window and command writes last', async () => {
  const [desk, command] = [createFileSeenTimeStore(file), createFileSeenTimeStore(file)];
  await desk.keep(LATER);
  await command.keep(EARLIER);
  expect(await desk.read()).toEqual(LATER);
  await Promise.all([desk.keep(new Date(LATER.getTime() + 9)), desk.keep(EARLIER), desk.keep(new Date(LATER.getTime() + 5))]);
  expect(await command.read()).toEqual(new Date(LATER.getTime() + 9));
});

it.each(['', 'yesterday', '2026-13-45T99:99:99.999Z', '2026-11-22'])('takes %j for nothing, and writes over it', async (text) => {
  writeFileSync(file, text);
  const store = createFileSeenTimeStore(file);
  expect(await store.read()).toBeNull();
  await store.keep(EARLIER);
  expect(readFileSync(file, 'utf8')).toBe(`${EARLIER.toISOString()}\n`);
});

/** The latest time seen, on a real disk: kept over restarts, by several writers, whatever somebody laid in its place, and obeyed by a command. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileSeenTimeStore } from '../../electron/adapters/file-seen-time-store.ts';
import { startStand } from '../../electron/stand/index.ts';
import { tekserHere } from './terminal/tekser-process.ts';

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

it('is written by a check, and a clock behind it lets the next check say nothing', async () => {
  const stand = await startStand();
  try {
    await stand.connection();
    const person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === 'plain-good')!;
    const check = async (): Promise<{ code: number | null; said: string }> => {
      const access = stand.control.citizen.open(person.iin, { documentType: 'identity_card' });
      if (!access.ok) throw new Error(access.failure);
      const asked = ['check', '--connection', stand.url, '--operator', 'training-tson', '--purpose', 'identify-at-counter', '--data', folder, '--code', access.value.code];
      const ended = await tekserHere([...asked, '--iin', person.iin, '--json']);
      return { code: ended.code, said: ended.stdout };
    };
    expect((await check()).code).toBe(0);
    const seen = await createFileSeenTimeStore(file).read();
    expect(Math.abs(Date.now() - seen!.getTime())).toBeLessThan(24 * 60 * 60 * 1000);
    // As if the clock had been set back by a year since.
    await createFileSeenTimeStore(file).keep(new Date(Date.now() + 365 * 24 * 60 * 60 * 1000));
    const behind = await check();
    expect(behind).toEqual({ code: 2, said: expect.stringContaining('clock-skewed') as string });
  } finally {
    await stand.close();
  }
});

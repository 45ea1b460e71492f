/** `tekser journal set-aside`: only a supervisor who signed in puts an altered journal aside, and the new one says so. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import { lockInstance } from '../../../electron/adapters/files/single-instance-lock.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import { edit } from '../sealed-desk.ts';
import { type Ended, jsonOf, tekserHere } from './tekser-process.ts';

let stand: Stand;
let folder: string;

beforeAll(async () => {
  stand = await startStand();
  await stand.connection();
});
afterAll(() => stand.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-aside-'));
  // Signs in, finds nothing old enough, signs out: a short journal as a desk writes it.
  const ended = await supervised('forget');
  if (ended.code !== 0) throw new Error(ended.stdout);
});
afterEach(() => rmSync(folder, { recursive: true }));

const supervised = (command: string, operator = 'training-supervisor'): Promise<Ended> =>
  tekserHere(['journal', command, '--connection', stand.url, '--operator', operator, '--data', folder, '--json']);
const journal = (...args: string[]): Promise<Ended> => tekserHere(['journal', ...args, '--data', folder, '--json']);
const cutOff = () => edit(folder, (database) => database.exec('DELETE FROM entries WHERE sequence > 2'));

it('keeps the altered file as it was found and begins one that names it, the supervisor and the sign-in', async () => {
  cutOff();
  const altered = readFileSync(dataFiles(folder).journal);
  const ended = await supervised('set-aside');
  expect(ended.code).toBe(0);
  const { file } = jsonOf(ended) as { file: string };
  expect(file).toMatch(/^journal-altered-\d{8}T\d{6}Z\.sqlite$/);
  expect(readFileSync(join(folder, file)).equals(altered)).toBe(true);
  const { entries } = jsonOf(await journal('list')) as { entries: { operatorId: string | null; event: { kind: string } }[] };
  expect(entries.toReversed().map(({ operatorId, event }) => [event.kind, operatorId])).toEqual([
    ['journal-restarted', null],
    ['signed-in', 'training-supervisor'],
    ['journal-set-aside', 'training-supervisor'],
    ['signed-out', 'training-supervisor'],
  ]);
  expect(entries.at(-1)!.event).toMatchObject({ quarantinedAs: file, previousEntries: 2 });
  expect(jsonOf(await journal('verify'))).toMatchObject({ state: 'intact', entries: 4 });
  // The witness knows the old log and the new one as two, and contradicts neither.
  expect((await supervised('forget')).code).toBe(0);
  expect(jsonOf(await journal('verify'))).toMatchObject({ state: 'intact' });
});

it('is refused to an operator, and what was found stays', async () => {
  cutOff();
  const altered = readFileSync(dataFiles(folder).journal);
  const refused = await supervised('set-aside', 'training-tson');
  expect(refused.code).toBe(2);
  expect(jsonOf(refused)).toMatchObject({ error: { code: 'sign-in-refused', subject: 'journal-unwritable' } });
  expect(readFileSync(dataFiles(folder).journal).equals(altered)).toBe(true);
});

it('asks who decides, and leaves a sound journal and a running desk alone', async () => {
  expect(jsonOf(await journal('set-aside', '--connection', stand.url))).toMatchObject({ error: { code: 'sign-in-needed' } });
  expect(jsonOf(await supervised('set-aside'))).toMatchObject({ error: { code: 'journal-sound' } });
  cutOff();
  const lock = lockInstance(folder);
  if (!lock.ok) throw new Error(lock.failure.code);
  expect(jsonOf(await supervised('set-aside'))).toMatchObject({ error: { code: 'desk-running' } });
  lock.value.release();
  expect((await supervised('set-aside')).code).toBe(0);
});

it('a supervisor goes on from a backup after the journal was lost, and it says so', async () => {
  const backup = join(folder, 'backup.sqlite');
  expect((await journal('backup', backup)).code).toBe(0);
  const { total } = jsonOf(await journal('list')) as { total: number };
  expect((await supervised('forget')).code).toBe(0);
  rmSync(dataFiles(folder).journal);
  const restore = (operator: string) =>
    tekserHere(['journal', 'restore', backup, '--connection', stand.url, '--operator', operator, '--data', folder, '--json']);
  expect(jsonOf(await restore('training-tson'))).toMatchObject({ error: { code: 'sign-in-refused' } });
  const restored = await restore('training-supervisor');
  expect(jsonOf(restored)).toMatchObject({ entries: total });
  const { entries } = jsonOf(await journal('list')) as { entries: { sequence: number; operatorId: string | null; event: object }[] };
  const decided = entries.find(({ event }) => 'kind' in event && event.kind === 'journal-restored')!;
  expect(decided).toMatchObject({ operatorId: 'training-supervisor', event: { entries: total, setAsideAs: expect.stringMatching(/^journal-altered-/) } });
  expect(decided.sequence).toBe(total + 2);
  expect(jsonOf(await journal('verify'))).toMatchObject({ state: 'intact' });
  // The witness takes it for the log of its own name that it is.
  expect((await supervised('forget')).code).toBe(0);
  expect(jsonOf(await journal('verify'))).toMatchObject({ state: 'intact' });
});

it('a backup that was changed is not gone on from', async () => {
  const backup = join(folder, 'backup.sqlite');
  expect((await journal('backup', backup)).code).toBe(0);
  const database = new SqliteDatabase(backup);
  database.exec(`DROP TRIGGER entries_are_final; UPDATE entries SET kind = 'unlocked' WHERE sequence = 2`);
  database.close();
  const refused = await tekserHere(['journal', 'restore', backup, '--connection', stand.url, '--operator', 'training-supervisor', '--data', folder, '--json']);
  expect(refused.code).toBe(1);
  expect(jsonOf(await journal('verify'))).toMatchObject({ state: 'intact' });
});

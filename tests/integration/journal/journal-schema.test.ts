/** The journal's schema: what it forbids, how it comes from each earlier one, and what a program does that cannot bring it up to date. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { MIGRATIONS } from '../../../electron/adapters/sqlite/migrations/index.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { writeEarlierForms } from './earlier-forms.ts';

const SEAL = aesColumnSeal(new Uint8Array(32).fill(2));
const OF_OPERATOR: JournalQuery = { before: null, limit: 9, from: null, to: null, kinds: [], verdict: null, operatorId: 'operator-1', mark: null };
/** The first schema a desk was given out with had marks. */
const EARLIER = MIGRATIONS.slice(2).map(({ name }, index) => ({ before: name, known: index + 2 }));

let folder: string;
let file: string;
const opened: JournalStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-schema-'));
  file = join(folder, 'journal.sqlite');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

function openStore(): JournalStore {
  const store = openSqliteJournalStore({ file, clock: systemClock, seal: SEAL, busyTimeoutMs: 50 });
  opened.push(store);
  return store;
}

const append = (store: JournalStore) =>
  store.append({ id: crypto.randomUUID(), at: new Date().toISOString(), operatorId: 'operator-1', workstation: 'w', purpose: null, event: { kind: 'unlocked' } }, null);

/** As somebody with a database tool. */
function withFile<Value>(work: (database: SqliteDatabase.Database) => Value): Value {
  const database = new SqliteDatabase(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

it('lets nobody change or remove an entry by mistake', async () => {
  await append(openStore());
  withFile((database) => {
    expect(() => database.exec(`UPDATE entries SET who = 'x'`)).toThrow('append-only');
    expect(() => database.exec('DELETE FROM entries')).toThrow('append-only');
  });
});

it.each(EARLIER)('comes from the one before “$before” without losing an entry or a mark, and the chain stays whole', async ({ known }) => {
  withFile((database) => writeEarlierForms(database, known, 4, SEAL));
  const store = openStore();
  expect(store.health()).toMatchObject({ state: 'intact', entries: 4 });
  expect((await allEntries(store)).map(({ operatorId, mark }) => [operatorId, mark.state])).toEqual(Array.from({ length: 4 }, () => ['operator-1', 'waiting']));
  expect((await store.waitingMarks(9)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(await append(store)).toMatchObject({ sequence: 5 });
  expect(await store.list(OF_OPERATOR)).toMatchObject({ total: 5, entries: { length: 5 } });
  expect(await store.verify([])).toMatchObject({ state: 'intact', entries: 5 });
  expect(await store.integrity()).toBeNull();
});

it.each(EARLIER)('before “$before” is left alone while another program brings it up to date, and the desk says so', async ({ known }) => {
  withFile((database) => writeEarlierForms(database, known, 4, SEAL));
  const other = new SqliteDatabase(file);
  other.exec('BEGIN IMMEDIATE');
  const store = openStore();
  expect(store.health()).toEqual({ state: 'unwritable', reason: 'locked' });
  await expect(append(store)).rejects.toMatchObject({ reason: 'locked' });
  other.close();
  expect(openStore().health()).toMatchObject({ state: 'intact', entries: 4 });
});

it('from before settlements were proved is believed what it says of its marks', async () => {
  withFile((database) => {
    writeEarlierForms(database, MIGRATIONS.findIndex(({ name }) => name === 'settlements'), 4, SEAL);
    database.exec(`UPDATE marks SET state = 'delivered', receipt_id = 'receipt', settled_at = since WHERE sequence IN (1, 4)`);
  });
  const store = openStore();
  expect(store.health()).toMatchObject({ state: 'intact', entries: 4 });
  expect(await store.integrity()).toBeNull();
  await store.settleMarks([2, 3].map((sequence) => ({ sequence, state: { state: 'refused', code: 'mark-refused', at: '2026-11-22T05:00:00.000Z' } })));
  expect(await store.integrity()).toBeNull();
});

it('of form 1 is held to its columns too', async () => {
  withFile((database) => writeEarlierForms(database, 4, 3, SEAL));
  const store = openStore();
  await store.close();
  withFile((database) => database.exec(`DROP TRIGGER entries_are_final; UPDATE entries SET kind = 'locked' WHERE sequence = 2`));
  expect(openStore().health()).toEqual({ state: 'broken', firstBadSequence: 2, reason: 'hash' });
});

it('is numbered by ten, in order, each file named after its number', () => {
  const files = readdirSync(join(import.meta.dirname, '../../../electron/adapters/sqlite/migrations')).filter((name) => /^\d/.test(name));
  expect(files).toEqual(MIGRATIONS.map(({ number, name }) => `${String(number).padStart(4, '0')}-${name}.ts`));
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => (index + 1) * 10));
});

it('of a newer program is neither changed nor set aside', async () => {
  const before = openStore();
  await append(before);
  await before.close();
  withFile((database) => database.pragma('user_version = 990'));
  const store = openStore();
  expect(store.health()).toEqual({ state: 'unwritable', reason: 'failed' });
  await expect(append(store)).rejects.toMatchObject({ reason: 'failed' });
  expect(await allEntries(store)).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual(['journal.sqlite']);
});

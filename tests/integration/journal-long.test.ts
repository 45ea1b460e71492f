/** A journal long enough to be verified beside the desk, on two threads: sound, altered in either half, and with its kept hashes gone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aesColumnSeal } from '../../electron/adapters/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../electron/ports/journal-store.ts';
import { sampleEntry } from '../bench/journal/sample-entries.ts';

/** More than is walked on the thread of the desk. */
const ENTRIES = 51_200;
const AT_ONCE = 256;
let folder: string;
let file: string;
let store: JournalStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-long-'));
  file = join(folder, 'journal.sqlite');
  store = openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });
  for (let index = 0; index < ENTRIES; index += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => store.append(sampleEntry(index + at), null)));
}, 240_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function edit(sql: string): void {
  const database = new SqliteDatabase(file);
  database.exec(`DROP TRIGGER IF EXISTS entries_are_final; ${sql}`);
  database.close();
}

it('is sound, and its claims are held to it', async () => {
  const claims = await Promise.all([100, 20_000, ENTRIES].map(async (size) => ({ size, root: (await store.treeRoot(size))! })));
  expect(await store.verify(claims)).toMatchObject({ state: 'intact', entries: ENTRIES });
  expect(await store.integrity()).toBe('sound');
  const wrong = claims.with(1, { size: 20_000, root: new Uint8Array(32) });
  expect(await store.verify(wrong)).toEqual({ state: 'broken', firstBadSequence: 101, reason: 'rewritten' });
  expect(await store.verify([...claims, { size: ENTRIES + 1, root: new Uint8Array(32) }])).toEqual({ state: 'broken', firstBadSequence: ENTRIES + 1, reason: 'truncated' });
});

it('is sound although its kept hashes were lost, and has them again afterwards', async () => {
  edit('UPDATE tree_nodes SET hash = zeroblob(32)');
  expect(await store.verify([])).toMatchObject({ state: 'intact', entries: ENTRIES });
  expect(await store.inclusion(30_000, ENTRIES)).not.toBeNull();
  const database = new SqliteDatabase(file, { readonly: true });
  expect(database.prepare('SELECT count(*) AS lost FROM tree_nodes WHERE hash = zeroblob(32)').get()).toEqual({ lost: 0 });
  database.close();
});

it.each([50_000, 900])('altered at entry %i is found there', async (sequence) => {
  edit(`UPDATE entries SET at = '2000-01-01T00:00:00.000Z' WHERE sequence = ${sequence}`);
  expect(await store.verify([])).toEqual({ state: 'broken', firstBadSequence: sequence, reason: 'hash' });
});

/** A journal long enough to be verified and asked beside the desk: sound, altered in either half, with its kept hashes gone, and while its file is exchanged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { longQuestions } from '../../../electron/adapters/sqlite/query/long-questions.ts';
import { questionsBeside } from '../../../electron/adapters/sqlite/query/questions-beside.ts';
import { reportOf } from '../../../electron/adapters/sqlite/query/report.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { sampleEntry, sampleMark, sampleSubject } from '../../bench/journal/sample-entries.ts';

/** More than is walked on the thread of the desk. */
const ENTRIES = 51_200;
const AT_ONCE = 256;
const SEAL = aesColumnSeal(new Uint8Array(32).fill(1));
let folder: string;
let file: string;
let store: JournalStore;

function append(index: number): Promise<JournalEntry> {
  const entry = sampleEntry(index);
  return store.append(entry, sampleMark(entry));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-long-'));
  file = join(folder, 'journal.sqlite');
  store = openSqliteJournalStore({ file, clock: systemClock, seal: SEAL });
  for (let index = 0; index < ENTRIES; index += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => append(index + at)));
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
  expect(await store.integrity()).toBeNull();
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

/** Whether it is answered before the event loop turns, which is where this thread itself looks for the answer: another's comes as a message. */
async function answeredHere(question: Promise<unknown>): Promise<boolean> {
  const answered = question.then(() => true);
  // After every promise that can be kept without a turn of the loop.
  const kept = new Promise<false>((resolve) => process.nextTick(resolve, false));
  const here = await Promise.race([answered, kept]);
  await answered;
  return here;
}

describe('a question that may look through the whole file', () => {
  const REPORT = { from: '2020-01-01', to: '2039-12-31', by: 'day' } as const;
  const here = async () => {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      const questions = longQuestions(database);
      return { report: await questions.report(REPORT), history: await questions.history({ tag: SEAL.tag('about', sampleSubject(30_000)), plain: '', limit: 10 }) };
    } finally {
      database.close();
    }
  };

  it('leaves the desk free meanwhile, unlike a page of the list', async () => {
    expect(await answeredHere(store.ofSubject(sampleSubject(30_000), 10))).toBe(false);
    expect(await answeredHere(store.report(REPORT))).toBe(false);
    expect(await answeredHere(store.list({ before: null, limit: 50, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null }))).toBe(true);
  });

  it('is answered as on this thread', async () => {
    const { report, history } = await here();
    expect(await store.report(REPORT)).toEqual(reportOf(REPORT, report, SEAL));
    const found = await store.ofSubject(sampleSubject(30_000), 10);
    expect(found.map(({ sequence }) => sequence)).toEqual(history.rows.map(({ sequence }) => sequence));
    expect(found).toMatchObject([{ sequence: 30_001, operatorId: 'operator-0', event: { subjectHash: sampleSubject(30_000) } }]);
  });

  it('says what was written a moment ago', async () => {
    const written = await append(ENTRIES);
    expect(await store.ofSubject(sampleSubject(ENTRIES), 10)).toEqual([written]);
  });

  it('is answered on this thread where the other cannot open the file', async () => {
    const database = new SqliteDatabase(file, { readonly: true });
    const beside = questionsBeside(join(folder, 'missing.sqlite'), longQuestions(database), () => ENTRIES);
    expect(await beside.report(REPORT)).toEqual((await here()).report);
    await beside.end();
    database.close();
  });

  it('is answered from the file it was asked of while that is exchanged', async () => {
    const copy = join(folder, 'copy.sqlite');
    await store.copyTo(copy, () => {});
    const written = await append(ENTRIES + 4);
    const asked = store.ofSubject(sampleSubject(ENTRIES + 4), 10);
    await store.replaceWith(copy);
    expect(await asked).toEqual([written]);
    expect(await store.ofSubject(sampleSubject(ENTRIES + 4), 10)).toEqual([]);
  });
});

it.each([50_000, 900])('altered at entry %i is found there', async (sequence) => {
  edit(`UPDATE entries SET at = '2000-01-01T00:00:00.000Z' WHERE sequence = ${sequence}`);
  expect(await store.verify([])).toEqual({ state: 'broken', firstBadSequence: sequence, reason: 'hash' });
});

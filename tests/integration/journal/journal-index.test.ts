/** Filters, histories and totals of a journal whose indexes reach a part of it: the same as looking through every entry. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { prepareJournalStatements } from '../../../electron/adapters/sqlite/journal-statements.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore, NewEntry } from '../../../electron/ports/journal/journal-store.ts';
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import { jsonOf, tekserHere } from '../terminal/tekser-process.ts';
import { sampleEntry, sampleMark, sampleSubject } from '../../bench/journal/sample-entries.ts';

/** Two runs of the index, and a part of a third that no index holds. */
const ENTRIES = 2 * 8_192 + 1_000;
const AT_ONCE = 256;
/** A citizen who comes every so often, into each run. */
const REGULAR = sampleSubject(1);
const COMES_EVERY = 3_000;
const ANY: JournalQuery = { before: null, limit: 40, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null };

let folder: string;
let file: string;
let store: JournalStore;
const entries = Array.from({ length: ENTRIES }, (_, index): NewEntry => {
  const entry = sampleEntry(index);
  return index % COMES_EVERY === 0 && entry.event.kind === 'checked' ? { ...entry, event: { ...entry.event, subjectHash: REGULAR } } : entry;
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-index-'));
  file = join(folder, 'journal.sqlite');
  store = openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });
  for (let index = 0; index < ENTRIES; index += AT_ONCE) await Promise.all(entries.slice(index, index + AT_ONCE).map((entry) => store.append(entry, sampleMark(entry))));
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Sequences from the newest, by looking at every entry. */
const lookedThrough = (wanted: (entry: NewEntry, sequence: number) => boolean): number[] =>
  entries.flatMap((entry, index) => (wanted(entry, index + 1) ? [index + 1] : [])).toReversed();

async function everyPage(query: Partial<JournalQuery>): Promise<number[]> {
  const found: number[] = [];
  for (let before: number | null = null; ; ) {
    const page = await store.list({ ...ANY, ...query, before });
    found.push(...page.entries.map(({ sequence }) => sequence));
    if (page.nextBefore === null) return found;
    before = page.nextBefore;
  }
}

function edit(sql: string): void {
  const database = new SqliteDatabase(file);
  database.exec(sql);
  database.close();
}

describe('pages over what is indexed and what is not yet', () => {
  it.each<[string, Partial<JournalQuery>, (entry: NewEntry) => boolean]>([
    ['a verdict', { verdict: 'not-valid' }, ({ event }) => event.kind === 'checked' && event.verdict === 'not-valid'],
    ['an event', { kinds: ['locked'] }, ({ event }) => event.kind === 'locked'],
    ['an operator', { operatorId: 'operator-7', kinds: ['locked', 'cleared'] }, ({ event, operatorId }) => operatorId === 'operator-7' && ['locked', 'cleared'].includes(event.kind)],
    ['nothing', { operatorId: 'nobody' }, () => false],
  ])('of %s show each match once, in order, and count them', async (_name, query, wanted) => {
    const expected = lookedThrough(wanted);
    expect(await everyPage(query)).toEqual(expected);
    expect((await store.list({ ...ANY, ...query })).total).toBe(expected.length);
  });

  it('give a citizen’s history from each run, newest first', async () => {
    const expected = lookedThrough(({ event }) => 'subjectHash' in event && event.subjectHash === REGULAR);
    expect(expected.length).toBeGreaterThan(4);
    const found = async (limit: number) => (await store.ofSubject(REGULAR, limit)).map(({ sequence }) => sequence);
    expect(await found(100)).toEqual(expected);
    expect(await found(2)).toEqual(expected.slice(0, 2));
  });

  it.each([
    ['2019-12-01', '2030-12-31'],
    ['2020-01-03', '2020-01-05'],
    ['2020-01-01', '2020-01-31'],
    ['2019-12-31', '2020-01-04'],
  ])('count the months from %s to %s as their days do', async (from, to) => {
    const sum = ({ rows }: { rows: { count: number }[] }) => rows.reduce((whole, { count }) => whole + count, 0);
    const days = await store.report({ from, to, by: 'day' });
    expect(sum(await store.report({ from, to, by: 'month' }))).toBe(sum(days));
    expect(sum(days)).toBe(lookedThrough(({ at }) => almatyDay(new Date(at)) >= from && almatyDay(new Date(at)) <= to).length);
  });

  it('name the operators in a report', async () => {
    const { rows } = await store.report({ from: '2020-01-01', to: '2020-12-31', by: 'month' });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(ENTRIES);
    expect(new Set(rows.map(({ operatorId }) => operatorId))).toEqual(new Set(entries.slice(0, 12).map(({ operatorId }) => operatorId)));
  });
});

it('marks that wait are found without looking through those delivered, however many there are', () => {
  const database = new SqliteDatabase(file, { readonly: true });
  const { waitingMarks, counts } = prepareJournalStatements(database);
  const plan = (source: string): string => JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${source.replaceAll('?', '1')}`).all());
  for (const { source } of [waitingMarks, counts]) expect(plan(source)).toMatch(/USING (?:COVERING )?INDEX marks_open/);
  database.close();
});

describe('the tables that find and count entries', () => {
  it('make `tekser journal verify` say so', async () => {
    const verify = () => tekserHere(['journal', 'verify', '--no-witness', '--data', folder, '--json']);
    expect((await verify()).code).toBe(0);
    edit('UPDATE entries_by_about SET sequence = 6003 WHERE sequence = 6001');
    const found = await verify();
    expect([found.code, jsonOf(found)]).toMatchObject([1, { state: 'broken', reason: 'unreadable' }]);
    edit('UPDATE entries_by_about SET sequence = 6001 WHERE sequence = 6003 AND about = (SELECT about FROM entries WHERE sequence = 6001)');
  });

  it.each([
    ['hides an entry', 'DELETE FROM entries_by_about WHERE sequence = 6001', `INSERT INTO entries_by_about SELECT 1, about, sequence FROM entries WHERE sequence = 6001`],
    ['shows an entry under another event', `UPDATE entries_by_kind SET kind = 'unlocked' WHERE sequence = 4`, `UPDATE entries_by_kind SET kind = 'locked' WHERE sequence = 4`],
    ['shows an entry to another operator', `UPDATE entries_by_who SET who = 'x' WHERE sequence = 4`, `UPDATE entries_by_who SET who = (SELECT who FROM entries WHERE sequence = 4) WHERE sequence = 4`],
    ['counts less in a day', `UPDATE tally SET count = count - 1 WHERE kind = 'locked'`, `UPDATE tally SET count = count + 1 WHERE kind = 'locked'`],
    ['counts more in a month', `UPDATE monthly_tally SET count = count + 1 WHERE kind = 'locked'`, `UPDATE monthly_tally SET count = count - 1 WHERE kind = 'locked'`],
    ['says more is counted than is', 'UPDATE counted SET through = through + 1', 'UPDATE counted SET through = through - 1'],
  ])('are found damaged where somebody %s', async (_name, change, back) => {
    edit(change);
    expect(await store.integrity()).toEqual({ firstBadSequence: 1, reason: 'unreadable' });
    edit(back);
  });

  it('let nobody take the mark of a check out of the file', async () => {
    edit(`DROP TRIGGER marks_stay; CREATE TABLE kept AS SELECT * FROM marks WHERE sequence IN (6001, 6002); DELETE FROM marks WHERE sequence IN (6001, 6002)`);
    expect(await store.integrity()).toEqual({ firstBadSequence: 6001, reason: 'mark-missing' });
    edit('INSERT INTO marks SELECT * FROM kept; DROP TABLE kept');
  });

  it('are sound again when all of that is undone', async () => {
    expect(await store.integrity()).toBeNull();
  });
});

describe('after retention', () => {
  it('what is gone is neither found nor counted, and the report of its days stays', async () => {
    const through = 8_192 + 256;
    const before = await store.report({ from: '2020-01-01', to: '2020-12-31', by: 'day' });
    await store.forget(through);
    const kept = lookedThrough(({ event }, sequence) => event.kind === 'locked' && sequence > through);
    expect(await everyPage({ kinds: ['locked'] })).toEqual(kept);
    expect((await store.list({ ...ANY, kinds: ['locked'] })).total).toBe(kept.length);
    expect((await store.list(ANY)).total).toBe(ENTRIES - through);
    expect(await store.ofSubject(REGULAR, 100)).toHaveLength(lookedThrough(({ event }, sequence) => 'subjectHash' in event && event.subjectHash === REGULAR && sequence > through).length);
    expect(await store.report({ from: '2020-01-01', to: '2020-12-31', by: 'day' })).toEqual(before);
    expect(await store.integrity()).toBeNull();
  });
});

it('an entry removed by hand is missing from its page, and nothing else is', async () => {
  const gone = 10_004;
  const locked = await everyPage({ kinds: ['locked'] });
  expect(locked).toContain(gone);
  edit(`DROP TRIGGER entries_stay; DELETE FROM entries WHERE sequence = ${gone}`);
  expect(await everyPage({ kinds: ['locked'] })).toEqual(locked.filter((sequence) => sequence !== gone));
  expect(await store.integrity()).toEqual({ firstBadSequence: 1, reason: 'unreadable' });
});

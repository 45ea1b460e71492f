/** What every journal store must do, run against the real file and against the one of the unit tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import type { JournalStore, NewEntry } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEntry, JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { allEntries } from '../../fakes/all-entries.ts';
import { inMemoryJournalStore } from '../../fakes/in-memory/in-memory-journal-store.ts';

const EVERYTHING: JournalQuery = { before: null, limit: 50, from: null, to: null, kinds: [], verdict: null, operatorId: null, mark: null };

const CHECKED: JournalEvent = {
  kind: 'checked',
  channel: 'qr',
  source: 'camera',
  verdict: 'valid',
  headline: 'access-granted',
  codes: ['access-granted'],
  documentType: 'identity_card',
  subjectHash: 'a'.repeat(64),
  payloadHash: 'b'.repeat(64),
  documentHash: null,
  accessId: 'access-1',
  policyVersion: '2026.1',
};

let minute = 0;
function newEntry(change: Partial<NewEntry> = {}): NewEntry {
  minute += 1;
  return {
    id: crypto.randomUUID(),
    at: new Date(Date.UTC(2026, 10, 22, 5, minute)).toISOString(),
    operatorId: 'operator-1',
    workstation: 'desk-3',
    purpose: 'identify-at-counter',
    event: { kind: 'unlocked' },
    ...change,
  };
}

const newMark = (key: string): ViewMark => ({
  idempotencyKey: key,
  accessId: 'access-1',
  viewedAt: '2026-11-22T05:00:00.000Z',
  documentType: 'identity_card',
  purposeId: 'identify-at-counter',
  operatorId: 'operator-1',
  organisation: 'ЦОН',
  branch: '№ 1',
  workstation: 'desk-3',
  verdict: 'valid',
});

const sequences = (entries: readonly JournalEntry[]) => entries.map(({ sequence }) => sequence);

const folders: string[] = [];
const opened: JournalStore[] = [];
const KINDS: [string, () => JournalStore][] = [
  [
    'SQLite',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'tekser-store-'));
      folders.push(folder);
      return openSqliteJournalStore({ file: join(folder, 'journal.sqlite'), clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(2)) });
    },
  ],
  ['memory', inMemoryJournalStore],
];

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe.each(KINDS)('a journal store in %s', (_kind, open) => {
  function fresh(): JournalStore {
    const store = open();
    opened.push(store);
    minute = 0;
    return store;
  }

  it('finds the entries of one citizen, newest first', async () => {
    const store = fresh();
    for (const letter of 'aba') await store.append(newEntry({ event: { ...CHECKED, subjectHash: letter.repeat(64) } }), null);
    await store.append(newEntry({ event: { ...CHECKED, subjectHash: null } }), null);
    expect(sequences(await store.ofSubject('a'.repeat(64), 9))).toEqual([3, 1]);
    expect(sequences(await store.ofSubject('a'.repeat(64), 1))).toEqual([3]);
    expect(await store.ofSubject('c'.repeat(64), 9)).toEqual([]);
  });

  it('begins empty and intact', async () => {
    const store = fresh();
    expect(store.health()).toMatchObject({ state: 'intact', entries: 0 });
    expect(await store.verify([])).toEqual(store.health());
    expect(await store.list(EVERYTHING)).toEqual({ entries: [], nextBefore: null, total: 0 });
    expect(await store.counts()).toEqual({ waiting: 0, oldest: null, refused: 0 });
  });

  it('numbers and links what is appended and gives it back as it was', async () => {
    const store = fresh();
    const appended = [await store.append(newEntry(), null), await store.append(newEntry({ event: CHECKED }), null)];
    expect(sequences(appended)).toEqual([1, 2]);
    expect(appended[1]!.previousHash).toBe(appended[0]!.hash);
    expect(await allEntries(store)).toEqual(appended);
    expect(await store.verify([])).toEqual({ state: 'intact', entries: 2, headHash: appended[1]!.hash });
  });

  it('writes every instant in UTC', async () => {
    const store = fresh();
    expect(await store.append(newEntry({ at: '2026-11-22T10:00:00+05:00' }), null)).toMatchObject({ at: '2026-11-22T05:00:00.000Z' });
    expect(await store.verify([])).toMatchObject({ state: 'intact' });
  });

  it('streams more than one batch', async () => {
    const store = fresh();
    for (let i = 0; i < 1_001; i += 1) await store.append(newEntry(), null);
    expect((await allEntries(store)).length).toBe(1_001);
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: 1_001 });
  });

  it('pages from the newest to the oldest without repeating or leaving out', async () => {
    const store = fresh();
    for (let i = 0; i < 7; i += 1) await store.append(newEntry(), null);
    const pages: number[][] = [];
    let before: number | null = null;
    do {
      const page = await store.list({ ...EVERYTHING, limit: 3, before });
      pages.push(sequences(page.entries));
      expect(page.total).toBe(7);
      before = page.nextBefore;
    } while (before !== null);
    expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
  });

  it.each([
    ['kinds', { kinds: ['checked', 'locked'] }, [3, 2]],
    ['a verdict', { verdict: 'valid' }, [2]],
    ['an operator', { operatorId: 'operator-2' }, [4]],
    ['a beginning', { from: '2026-11-22T10:03:00+05:00' }, [4, 3]],
    ['an end', { to: '2026-11-22T05:02:00Z' }, [2, 1]],
    ['waiting marks', { mark: 'waiting' }, [2]],
    ['several at once', { kinds: ['locked'], operatorId: 'operator-1' }, [3]],
    ['nothing that is there', { verdict: 'not-valid' }, []],
    ['text that tries to be SQL', { operatorId: "' OR 1=1 --" }, []],
  ] satisfies [string, Partial<JournalQuery>, number[]][])('filters by %s', async (_name, part, expected) => {
    const store = fresh();
    await store.append(newEntry(), null);
    await store.append(newEntry({ event: CHECKED }), newMark('k1'));
    await store.append(newEntry({ event: { kind: 'locked', cause: 'idle' } }), null);
    await store.append(newEntry({ operatorId: 'operator-2' }), null);
    const page = await store.list({ ...EVERYTHING, ...part });
    expect(sequences(page.entries)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  it('keeps marks in the order they were left, counts attempts and settles each once', async () => {
    const store = fresh();
    const first = await store.append(newEntry({ event: CHECKED }), newMark('k1'));
    const second = await store.append(newEntry({ event: CHECKED }), newMark('k2'));
    expect(first.mark).toEqual({ state: 'waiting', since: first.at });
    expect(await store.counts()).toEqual({ waiting: 2, oldest: first.at, refused: 0 });
    await store.noteAttempts([2]);
    expect(await store.waitingMarks(1)).toEqual([{ sequence: 1, mark: newMark('k1'), since: first.at, attempts: 0 }]);
    expect((await store.waitingMarks(5))[1]).toMatchObject({ sequence: 2, attempts: 1 });

    await store.settleMarks([
      { sequence: 1, state: { state: 'delivered', receiptId: 'r-1', at: '2026-11-22T06:00:00.000Z' } },
      { sequence: 2, state: { state: 'refused', code: 'mark-refused', at: '2026-11-22T06:00:00.000Z' } },
    ]);
    await store.settleMarks([{ sequence: 2, state: { state: 'delivered', receiptId: 'r-2', at: '2026-11-22T07:00:00.000Z' } }]);
    expect((await allEntries(store)).map(({ mark }) => mark)).toEqual([
      { state: 'delivered', receiptId: 'r-1', at: '2026-11-22T06:00:00.000Z' },
      { state: 'refused', code: 'mark-refused', at: '2026-11-22T06:00:00.000Z' },
    ]);
    expect(await store.counts()).toEqual({ waiting: 0, oldest: null, refused: 1 });
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: 2, headHash: second.hash });
  });
});

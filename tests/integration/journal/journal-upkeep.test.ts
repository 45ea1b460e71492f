/** What follows the entries while nobody waits: a program that ends before it loses nothing, and the next one takes it up. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { groupCommit } from '../../../electron/adapters/sqlite/write/group-commit.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal/journal-store.ts';
import type { JournalEntry, JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import { sampleEntry, sampleMark, sampleSubject } from '../../bench/journal/sample-entries.ts';

/** One run of the index. */
const ENTRIES = 8_192;
const AT_ONCE = 256;
const LOCKED: JournalQuery = { before: null, limit: 50, from: null, to: null, kinds: ['locked'], verdict: null, operatorId: null, mark: null };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-upkeep-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function open(file: string): JournalStore {
  return openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });
}

function append(store: JournalStore, index: number): Promise<JournalEntry> {
  const entry = sampleEntry(index);
  return store.append(entry, sampleMark(entry));
}

function reachedIn(file: string): { indexed: number; counted: number } {
  const database = new SqliteDatabase(file, { readonly: true });
  const reached = database.prepare<[], { indexed: number; counted: number }>('SELECT (SELECT through FROM indexed) AS indexed, (SELECT through FROM counted) AS counted').get()!;
  database.close();
  return reached;
}

async function asked(store: JournalStore) {
  const { entries, total } = await store.list(LOCKED);
  const history = await store.ofSubject(sampleSubject(400), 10);
  const { rows } = await store.report({ from: '2020-01-01', to: '2020-12-31', by: 'month' });
  return { sequences: entries.map(({ sequence }) => sequence), total, history, counted: rows.reduce((sum, { count }) => sum + count, 0) };
}

describe('a program that ended with its last entries in the log and in no index', () => {
  const left = () => join(folder, 'left.sqlite');
  const closed = () => join(folder, 'journal.sqlite');
  let before: Awaited<ReturnType<typeof asked>>;

  beforeAll(async () => {
    const store = open(closed());
    for (let index = 0; index < ENTRIES; index += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => append(store, index + at)));
    // Before the event loop turns: nothing has followed the last group yet.
    copyFileSync(closed(), left());
    copyFileSync(`${closed()}-wal`, `${left()}-wal`);
    await store.close();
    const whole = open(closed());
    before = await asked(whole);
    await whole.close();
  });

  it('has all of it in the indexes where it was closed', () => {
    expect(reachedIn(closed())).toEqual({ indexed: ENTRIES, counted: ENTRIES });
  });

  it('is found whole, gives every answer it would have given, and is brought up with its next entry', async () => {
    expect(reachedIn(left())).toMatchObject({ indexed: 0 });
    const store = open(left());
    expect(await store.verify([])).toMatchObject({ state: 'intact', entries: ENTRIES });
    expect(await store.integrity()).toBeNull();
    expect(before.sequences.length).toBeGreaterThan(10);
    expect(before.history.length).toBeGreaterThan(0);
    expect(await asked(store)).toEqual(before);
    await append(store, ENTRIES);
    await expect.poll(() => reachedIn(left()), { timeout: 30_000 }).toMatchObject({ indexed: ENTRIES, counted: ENTRIES + 1 });
    expect(await store.integrity()).toBeNull();
    await store.close();
  });
});

describe('callers and upkeep', () => {
  const entry = sampleEntry(0);
  const written = { ok: true as const, entry: {} as JournalEntry };

  function committing(moreDue: () => boolean) {
    const done: string[] = [];
    const write = vi.fn((waiting: readonly unknown[]) => {
      done.push(`group of ${waiting.length}`);
      return waiting.map(() => written);
    });
    const group = groupCommit(write, () => {
      done.push('upkeep');
      return moreDue();
    });
    return { done, group, call: () => group.append({ entry, mark: null }) };
  }

  it('go together and are answered before it, and it is gone on with while it says so', async () => {
    let steps = 3;
    const { done, call } = committing(() => (steps -= 1) > 0);
    await Promise.all([call(), call()]);
    expect(done).toEqual(['group of 2']);
    await vi.waitFor(() => expect(done).toEqual(['group of 2', 'upkeep', 'upkeep', 'upkeep']));
  });

  it('have nothing follow them where they could not be written', async () => {
    const done: string[] = [];
    const group = groupCommit(() => {
      throw new Error('no disk');
    }, () => done.push('upkeep') > 0);
    await expect(group.append({ entry, mark: null })).rejects.toThrow('no disk');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(done).toEqual([]);
  });

  it('who come without end let it go first once in so many groups', async () => {
    const { done, call } = committing(() => false);
    for (let groups = 0; groups < 130; groups += 1) await call();
    expect(done.slice(0, 130).flatMap((what, index) => (what === 'upkeep' ? [index] : []))).toEqual([64, 129]);
  });

  it('are all written at an end, and nothing follows it', async () => {
    const { done, group, call } = committing(() => true);
    const waiting = [call(), call()];
    group.end();
    await Promise.all(waiting);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(done).toEqual(['group of 2', 'upkeep']);
  });
});

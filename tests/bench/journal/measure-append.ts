/** Durable appends, one after another and many at once, beside a bare table of the same rows in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { aesColumnSeal } from '../../../electron/adapters/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { sampleEntry } from './sample-entries.ts';

const SINGLE = 400;
const ROUNDS = 60;
/** Calls that wait at once, as the group commit takes them together at most. */
const AT_ONCE = 256;

export interface AppendFigures {
  /** Milliseconds from the call until the entry is on the disk. */
  single: Spread;
  singlePerSecond: number;
  groupedPerSecond: number;
  bareSinglePerSecond: number;
  bareGroupedPerSecond: number;
  /** Of ours to the bare table. */
  singleRatio: number;
  groupedRatio: number;
}

export async function measureAppend(): Promise<AppendFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-journal-'));
  try {
    const ours = await measureOurs(join(folder, 'journal.sqlite'));
    const bare = measureBare(join(folder, 'bare.sqlite'), ours.rowText);
    const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
    return {
      single: spreadOf(ours.times),
      singlePerSecond: ours.singlePerSecond,
      groupedPerSecond: ours.groupedPerSecond,
      bareSinglePerSecond: bare.single,
      bareGroupedPerSecond: bare.grouped,
      singleRatio: ratio(ours.singlePerSecond, bare.single),
      groupedRatio: ratio(ours.groupedPerSecond, bare.grouped),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureOurs(file: string) {
  const store = openSqliteJournalStore({ file, clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });
  const times: number[] = [];
  const single = performance.now();
  for (let index = 0; index < SINGLE; index += 1) {
    const started = performance.now();
    await store.append(sampleEntry(index), null);
    times.push(performance.now() - started);
  }
  const singleMs = performance.now() - single;
  const entries = Array.from({ length: ROUNDS * AT_ONCE }, (_, index) => sampleEntry(SINGLE + index));
  const grouped = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(entries.slice(round * AT_ONCE, (round + 1) * AT_ONCE).map((entry) => store.append(entry, null)));
  }
  const groupedMs = performance.now() - grouped;
  await store.close();
  const database = new SqliteDatabase(file, { readonly: true });
  const rowText = database.prepare<[], string>(`SELECT at || kind || ifnull(verdict, '') || ifnull(who, '') || ifnull(about, '') || rest || hash FROM entries WHERE kind = 'checked' LIMIT 1`).pluck().get()!;
  database.close();
  return { times, rowText, singlePerSecond: perSecond(SINGLE, singleMs), groupedPerSecond: perSecond(ROUNDS * AT_ONCE, groupedMs) };
}

/** A table of one column, synced as ours: what any journal on this disk must pay. */
function measureBare(file: string, rowText: string) {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (sequence INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO rows (text) VALUES (?)');
  const single = performance.now();
  for (let index = 0; index < SINGLE; index += 1) insert.run(rowText);
  const singleMs = performance.now() - single;
  const group = database.transaction(() => {
    for (let index = 0; index < AT_ONCE; index += 1) insert.run(rowText);
  });
  const grouped = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) group();
  const groupedMs = performance.now() - grouped;
  database.close();
  return { single: perSecond(SINGLE, singleMs), grouped: perSecond(ROUNDS * AT_ONCE, groupedMs) };
}

const perSecond = (count: number, ms: number): number => Math.round((count * 1_000) / ms);

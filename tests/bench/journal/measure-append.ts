/** Durable appends, one after another and many at once, beside a bare table that is given the same rows in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aesColumnSeal } from '../../../electron/adapters/aes-column-seal.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { JournalStore } from '../../../electron/ports/journal-store.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { type BareTable, bareTable } from './bare-table.ts';
import { sampleEntry } from './sample-entries.ts';

/** Callers that wait at once. The group commit takes 256 together at most. */
const GROUPS = [1, 8, 32, 256] as const;
const ENTRIES_OF_EACH = 16_384;
const MOST_ROUNDS = 400;

export interface AppendFigures {
  group: number;
  perSecond: number;
  barePerSecond: number;
  /** Of ours to the bare table; what aims at 0.8 is that of the largest group. */
  ratio: number;
  /** Of the bare table with one seal and one hash for each row to the bare table: more no journal of this form reaches on one thread. */
  limit: number;
  /** Milliseconds from the call until everything of the group is on the disk. */
  ms: Spread;
  bareMs: Spread;
}

export async function measureAppend(): Promise<AppendFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-journal-'));
  const store = openSqliteJournalStore({ file: join(folder, 'journal.sqlite'), clock: systemClock, seal: aesColumnSeal(new Uint8Array(32).fill(1)) });
  const bare = bareTable(join(folder, 'bare.sqlite'), join(folder, 'journal.sqlite'));
  try {
    const figures: AppendFigures[] = [];
    let written = 0;
    for (const group of GROUPS) {
      const rounds = Math.min(MOST_ROUNDS, ENTRIES_OF_EACH / group);
      figures.push(await measureGroup(store, bare, group, rounds, written));
      written += group * rounds;
    }
    return figures;
  } finally {
    bare.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Ours and the bare table take turns, so that whoever else is at work on this machine holds up both alike. */
async function measureGroup(store: JournalStore, bare: BareTable, group: number, rounds: number, written: number): Promise<AppendFigures> {
  const times: number[] = [];
  const bareTimes: number[] = [];
  const sealedTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = written + round * group;
    const entries = Array.from({ length: group }, (_, index) => sampleEntry(first + index));
    const started = performance.now();
    await Promise.all(entries.map((entry) => store.append(entry, null)));
    times.push(performance.now() - started);
    bareTimes.push(bare.insertSame(first, group));
    sealedTimes.push(bare.insertSealed(first, group));
  }
  const perSecond = (spent: readonly number[]): number => Math.round((group * rounds * 1_000) / spent.reduce((sum, ms) => sum + ms, 0));
  const [ours, theirs, sealed] = [perSecond(times), perSecond(bareTimes), perSecond(sealedTimes)];
  const toBare = (figure: number): number => Math.round((figure / theirs) * 100) / 100;
  return { group, perSecond: ours, barePerSecond: theirs, ratio: toBare(ours), limit: toBare(sealed), ms: spreadOf(times), bareMs: spreadOf(bareTimes) };
}

/** Durable appends, one after another and many at once, beside a bare table that is given the same rows in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import { nodeHasher } from '../../../electron/adapters/sqlite/node-hasher.ts';
import { sealMark } from '../../../electron/adapters/sqlite/marks/stored-mark.ts';
import { openSqliteJournalStore } from '../../../electron/adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { chainWalk, linkEntry, WALK_START } from '../../../electron/core/journal/index.ts';
import type { ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import type { JournalStore, NewEntry } from '../../../electron/ports/journal/journal-store.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { type BareTable, bareTable } from './bare-table.ts';
import { sampleEntry, sampleMark } from './sample-entries.ts';

/** Callers that wait at once. The group commit takes 256 together at most. */
const GROUPS = [1, 8, 32, 256] as const;
/** Of the largest group as many rounds that what is done once in 64 of them has its part in the 95th percentile, and in the number per second. */
const ENTRIES_OF_EACH = 65_536;
const MOST_ROUNDS = 400;
const SEAL = aesColumnSeal(new Uint8Array(32).fill(1));

export interface AppendFigures {
  group: number;
  perSecond: number;
  barePerSecond: number;
  /** Of ours to the bare table; what aims at 0.8 is that of the largest group. */
  ratio: number;
  /** Of the bare tables with one seal and one hash for each row to the bare tables: more no journal of this form reaches on one thread. */
  limit: number;
  /** Of entries that are sealed, linked and hashed, and written nowhere, to the bare table: more no writer in a thread of its own could be given by one other. */
  unwritten: number;
  /** Milliseconds from the call until everything of the group is on the disk, in rounds of ours alone: what the others leave in memory is not collected in our time. */
  ms: Spread;
  bareMs: Spread;
}

export async function measureAppend(): Promise<AppendFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-journal-'));
  const store = openSqliteJournalStore({ file: join(folder, 'journal.sqlite'), clock: systemClock, seal: SEAL });
  const bare = bareTable(join(folder, 'bare.sqlite'), join(folder, 'journal.sqlite'));
  try {
    const figures: AppendFigures[] = [];
    let written = 0;
    for (const group of GROUPS) {
      const rounds = Math.min(MOST_ROUNDS, ENTRIES_OF_EACH / group);
      figures.push(await measureGroup(store, bare, group, rounds, written));
      written += 2 * group * rounds;
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
  const unwrittenTimes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = written + round * group;
    const entries = Array.from({ length: group }, (_, index) => sampleEntry(first + index));
    const marks = entries.map(sampleMark);
    times.push(await appendGroup(store, entries, marks));
    bareTimes.push(bare.insertSame(first, group));
    sealedTimes.push(bare.insertSealed(first, group));
    unwrittenTimes.push(makeUnwritten(entries, marks));
  }
  const alone = await measureAlone(store, group, rounds, written + group * rounds);
  const perSecond = (spent: readonly number[]): number => Math.round((group * rounds * 1_000) / spent.reduce((sum, ms) => sum + ms, 0));
  const [ours, theirs] = [perSecond(times), perSecond(bareTimes)];
  const toBare = (figure: number): number => Math.round((figure / theirs) * 100) / 100;
  const [ratio, limit, unwritten] = [ours, perSecond(sealedTimes), perSecond(unwrittenTimes)].map(toBare) as [number, number, number];
  return { group, perSecond: ours, barePerSecond: theirs, ratio, limit, unwritten, ms: spreadOf(alone), bareMs: spreadOf(bareTimes) };
}

async function measureAlone(store: JournalStore, group: number, rounds: number, written: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const entries = Array.from({ length: group }, (_, index) => sampleEntry(written + round * group + index));
    times.push(await appendGroup(store, entries, entries.map(sampleMark)));
  }
  return times;
}

/** @returns milliseconds */
async function appendGroup(store: JournalStore, entries: readonly NewEntry[], marks: readonly (ViewMark | null)[]): Promise<number> {
  const started = performance.now();
  await Promise.all(entries.map((entry, index) => store.append(entry, marks[index]!)));
  return performance.now() - started;
}

/** @returns milliseconds it took to make entries of a group ready to be written */
function makeUnwritten(group: readonly NewEntry[], marks: readonly (ViewMark | null)[]): number {
  const walk = chainWalk(WALK_START, [], nodeHasher);
  const started = performance.now();
  for (const entry of group) walk.extend(linkEntry(entry, { ...walk.head(), at: null }, SEAL).tail, entry.at);
  for (const mark of marks) if (mark !== null) sealMark(mark, SEAL);
  return performance.now() - started;
}

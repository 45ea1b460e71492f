/** Finds where a time begins among the entries without an index of times: entries stand in the order they were written. */
import type { Database } from 'better-sqlite3';

/** What the clock may be put back between two entries (core: entry-chain.ts). */
const CLOCK_BACK_MS = 5 * 60_000;

export interface TimeBounds {
  /** The first entry that is not earlier than an instant by more than the clock may have been put back. */
  firstNear(instant: string): number;
  /** From here on nothing is as early as an instant. */
  endAfter(instant: string): number;
  first(): number;
  /** 0 in an empty journal. */
  last(): number;
}

export function timeBounds(database: Database): TimeBounds {
  const ends = database.prepare<[], { first: number | null }>('SELECT min(sequence) AS first FROM entries');
  const newest = database.prepare<[], { last: number | null }>('SELECT max(sequence) AS last FROM entries');
  // From the next entry there is: a file somebody edited may have gaps.
  const atFrom = database.prepare<[number], { sequence: number; at: string }>('SELECT sequence, at FROM entries WHERE sequence >= ? ORDER BY sequence LIMIT 1');
  const first = () => ends.get()?.first ?? 1;
  const last = () => newest.get()?.last ?? 0;
  function firstNear(ms: number): number {
    const wanted = new Date(ms - CLOCK_BACK_MS).toISOString();
    let low = first();
    let high = last() + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = atFrom.get(middle);
      if (row !== undefined && row.at < wanted) low = row.sequence + 1;
      else high = middle;
    }
    return low;
  }

  return {
    first,
    last,
    firstNear: (instant) => firstNear(Date.parse(instant)),
    // A clock put back may have written something as early a little later in the file.
    endAfter: (instant) => firstNear(Date.parse(instant) + 2 * CLOCK_BACK_MS + 1),
  };
}

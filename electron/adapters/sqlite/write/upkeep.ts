/**
 * What follows the entries and no caller waits for: the tables that find and count them, and the log brought into the file. Each says in the file how far
 * it has come, and whoever reads looks through the entries behind that: a program that ends in between has lost nothing of it.
 */
import type { Database } from 'better-sqlite3';
import { entryCounts } from './entry-counts.ts';
import { entryIndex } from './entry-index.ts';

/** Entries between two times the log is brought into the file: a few megabytes. */
const LOGGED = 4_096;

export interface Upkeep {
  /** A tenth of a second after 16 384 entries, the most that come before one. @returns whether more is due @throws what SQLite throws; nothing is half done then */
  step(): boolean;
}

export function journalUpkeep(database: Database): Upkeep {
  const counts = entryCounts(database);
  const index = entryIndex(database);
  const newest = database.prepare<[], number | null>('SELECT max(sequence) FROM entries').pluck();
  const bringUp = database.transaction((last: number) => {
    counts.bringUp(last);
    index.bringUp(last);
  }).immediate;
  let inFile = newest.get() ?? 0;
  return {
    step() {
      const last = newest.get() ?? 0;
      if (counts.isDue(last) || index.isDue(last)) bringUp(last);
      if (last - inFile >= LOGGED) {
        // Waits for nobody: what a reader still needs stays in the log until the next time (sqlite.org/pragma.html#pragma_wal_checkpoint).
        database.pragma('wal_checkpoint(PASSIVE)');
        inFile = last;
      }
      return index.isDue(last);
    },
  };
}

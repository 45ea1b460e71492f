/** Inserts the entries of a group, several with each statement: for a row of a few hundred bytes the statement costs more than the row. */
import type { Database } from 'better-sqlite3';
import type { EntryColumns } from '../../../core/journal/index.ts';

const ROWS = 16;
const COLUMNS = 8;

export interface EntryInserts {
  add(columns: EntryColumns, hash: string): void;
  /** Inserts what is still held back; before that, nothing that was added is sure to be in the file. */
  flush(): void;
  /** Forgets what a transaction that failed had held back. */
  reset(): void;
}

export function entryInserts(database: Database): EntryInserts {
  const statement = (rows: number) =>
    database.prepare<[(string | number | null)[]]>(
      `INSERT INTO entries (sequence, form, at, kind, verdict, who, about, rest, hash) VALUES ${Array.from({ length: rows }, () => '(?, 2, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    );
  const one = statement(1);
  const many = statement(ROWS);
  let held: (string | number | null)[] = [];
  return {
    add({ sequence, at, kind, verdict, who, about, rest }, hash) {
      held.push(sequence, at, kind, verdict, who, about, rest, hash);
      if (held.length < ROWS * COLUMNS) return;
      many.run(held);
      held = [];
    },
    flush() {
      for (let from = 0; from < held.length; from += COLUMNS) one.run(held.slice(from, from + COLUMNS));
      held = [];
    },
    reset() {
      held = [];
    },
  };
}

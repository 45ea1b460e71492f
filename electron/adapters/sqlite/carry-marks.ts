/** Takes the marks that still wait in another file of the journal along: whatever became of that file, each view leaves its mark. */
import { existsSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { IS_OPEN } from './journal-rows.ts';
import { isDamage } from './sqlite-failure.ts';

interface CarriedMark {
  mark: string;
  since: string;
  attempts: number;
}

/**
 * They stand before the first entry, in their order: whom they belong to is no entry here. Each is still sealed as it was, and the
 * cabinets know it again by its key, should it have been on its way.
 * @param from a file that nobody writes to; of a damaged one what can be read
 */
export function carryMarks(database: Database, from: string): void {
  const carried = waitingIn(from);
  const isHere = database.prepare<[string], number>(`SELECT 1 FROM marks WHERE state = 'waiting' AND ${IS_OPEN} AND mark = ?`).pluck();
  const lowest = database.prepare<[], number>('SELECT min(ifnull(min(sequence), 0), 0) FROM marks').pluck();
  const insert = database.prepare<[number, string, string, number]>('INSERT INTO marks (sequence, mark, since, attempts) VALUES (?, ?, ?, ?)');
  const carry = database.transaction(() => {
    const missing = carried.filter(({ mark }) => isHere.get(mark) === undefined);
    const first = lowest.get()! - missing.length;
    missing.forEach(({ mark, since, attempts }, index) => insert.run(first + index, mark, since, attempts));
  });
  carry();
}

function waitingIn(file: string): CarriedMark[] {
  if (!existsSync(file)) return [];
  const found: CarriedMark[] = [];
  try {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      for (const mark of database.prepare<[], CarriedMark>(`SELECT mark, since, attempts FROM marks WHERE state = 'waiting' ORDER BY sequence`).iterate()) found.push(mark);
    } finally {
      database.close();
    }
  } catch (error) {
    // Up to where the damage begins.
    if (!isDamage(error) && !isNoJournal(error)) throw error;
  }
  return found;
}

/** A file of another program, or one that was never begun. */
const isNoJournal = (error: unknown): boolean => error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_ERROR';

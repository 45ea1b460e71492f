/** Takes the marks that still wait in another file of the journal along: whatever became of that file, each view leaves its mark. */
import { existsSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { ColumnSeal } from '../../ports/column-seal.ts';
import { IS_OPEN } from './journal-rows.ts';
import { salvageMarks } from './salvage-marks.ts';
import { isDamage } from './sqlite-failure.ts';

interface CarriedMark {
  mark: string;
  since: string;
  attempts: number;
}

/**
 * They stand before the first entry, in their order: whom they belong to is no entry here. Each is still sealed as it was, and the
 * cabinets know it again by its key, should it have been on its way.
 * @param from a file that nobody writes to
 * @param seal of the marks; null where they are sealed elsewhere: from a damaged file none is then known for a mark
 */
export function carryMarks(database: Database, from: string, seal: ColumnSeal | null): void {
  const carried = waitingIn(from, (mark) => seal !== null && seal.reveal(mark) !== null);
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

/** @param opens whether a text is a mark of this desk */
function waitingIn(file: string, opens: (mark: string) => boolean): CarriedMark[] {
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
    if (!isDamage(error) && !isNoJournal(error)) throw error;
    // Up to where the damage begins; what lies behind it is looked for in the bytes themselves.
    const known = new Set(found.map(({ mark }) => mark));
    for (const { mark, since } of salvageMarks(file, opens)) if (!known.has(mark)) found.push({ mark, since, attempts: 0 });
  }
  return found;
}

/** A file of another program, or one that was never begun. */
const isNoJournal = (error: unknown): boolean => error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_ERROR';

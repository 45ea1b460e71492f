/** Reads SQLite's result codes (sqlite.org/rescode.html): what they mean for the journal. */
import SqliteDatabase from 'better-sqlite3';
import { JournalUnwritable } from '../../ports/journal/journal-store.ts';

const codeOf = (error: unknown): string => (error instanceof SqliteDatabase.SqliteError ? error.code : '');

/** The bytes on the disk are not a sound database. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

/** A file of another program, of an earlier schema, or one that was never begun: it has not what was asked for. */
export const isOtherSchema = (error: unknown): boolean => codeOf(error) === 'SQLITE_ERROR';

export function unwritableReason(error: unknown): JournalUnwritable['reason'] {
  const code = codeOf(error);
  // The WAL index is a file too: where it cannot grow, the disk is full.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return 'disk-full';
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) return 'read-only';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
  return 'failed';
}

/** Runs a write and turns SQLite's failures into the port's; a broken rule of ours (a trigger, a constraint) stays a fault. */
export function writing<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) === '' || codeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error;
    throw new JournalUnwritable(unwritableReason(error), { cause: error });
  }
}

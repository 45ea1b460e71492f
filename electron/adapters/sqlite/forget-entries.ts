/** Removes what the rules of retention let go; the chain goes on from the hash of the last entry that went. */
import type { Database } from 'better-sqlite3';
import type { JournalStatements } from './journal-statements.ts';

/** Entries under one kept hash of the tree: what proves the rest needs no part of a block. */
export const FORGET_BLOCK = 256;

/**
 * Days of which a part is left keep their whole count: the report of a day stays what it was.
 * @throws {RangeError} for a number that ends inside a block, or beyond the last entry
 */
export function forgetEntries(database: Database, statements: JournalStatements, through: number): void {
  const last = statements.headAt.get(through);
  if (through % FORGET_BLOCK !== 0 || last === undefined) throw new RangeError(`${through} entries cannot be forgotten`);
  const forget = database.transaction(() => {
    database
      .prepare<[number, string, string]>(
        'INSERT INTO forgotten (one, through, hash, at) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE SET through = excluded.through, hash = excluded.hash, at = excluded.at',
      )
      .run(through, last.hash, last.at!);
    database.prepare<[number]>('DELETE FROM marks WHERE sequence <= ?').run(through);
    database.prepare<[number]>('DELETE FROM entries WHERE sequence <= ?').run(through);
  });
  forget.immediate();
}

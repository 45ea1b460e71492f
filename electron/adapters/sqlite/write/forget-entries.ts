/** Removes what the rules of retention let go; the chain goes on from the hash of the last entry that went. */
import type { Database } from 'better-sqlite3';
import { carriedSayings } from '../marks/carried-marks.ts';
import { DAY, entryCounts, MONTH } from './entry-counts.ts';
import { removeFromIndex } from './entry-index.ts';
import type { JournalStatements } from '../journal-statements.ts';

/** Entries under one kept hash of the tree: what proves the rest needs no part of a block. */
export const FORGET_BLOCK = 256;

const COUNTS = [
  { table: 'tally', period: { name: 'day', sql: DAY } },
  { table: 'monthly_tally', period: { name: 'month', sql: MONTH } },
];

/**
 * Days keep their whole count, so that a report stays what it was; what is gone is counted beside it, for the totals of what is there.
 * @throws {RangeError} for a number that ends inside a block, or beyond the last entry
 */
export function forgetEntries(database: Database, statements: JournalStatements, through: number): void {
  const last = statements.headAt.get(through);
  if (through % FORGET_BLOCK !== 0 || last === undefined) throw new RangeError(`${through} entries cannot be forgotten`);
  const forget = database.transaction(() => {
    // What is in no count yet would be gone without ever having been there.
    entryCounts(database).countAll();
    for (const { table, period } of COUNTS) {
      database
        .prepare<[number]>(
          `INSERT INTO ${table} (${period.name}, who, kind, verdict, count, gone)
             SELECT ${period.sql}, ifnull(who, ''), kind, ifnull(verdict, ''), 0, count(*) FROM entries WHERE sequence <= ? GROUP BY 1, 2, 3, 4
           ON CONFLICT DO UPDATE SET gone = gone + excluded.gone`,
        )
        .run(through);
    }
    database
      .prepare<[number, string, string]>(
        'INSERT INTO forgotten (one, through, hash, at) VALUES (1, ?, ?, ?) ON CONFLICT DO UPDATE SET through = excluded.through, hash = excluded.hash, at = excluded.at',
      )
      .run(through, last.hash, last.at!);
    // Marks taken along go with the entry that says so.
    database
      .prepare<{ through: number; kept: string }>(
        `DELETE FROM marks WHERE sequence <= @through AND NOT EXISTS (
           SELECT 1 FROM json_each(@kept) WHERE marks.sequence >= value ->> '$.first' AND marks.sequence < (value ->> '$.first') + (value ->> '$.marks'))`,
      )
      .run({ through, kept: JSON.stringify(carriedSayings(database).filter(({ sequence }) => sequence > through)) });
    removeFromIndex(database, through);
    database.prepare<[number]>('DELETE FROM entries WHERE sequence <= ?').run(through);
  });
  forget.immediate();
}

/** Holds the marks that were taken along against the entries that say so: they belong to no entry of the file, so only those entries tell that one is gone. */
import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CarriedMarks } from '../../../../shared/domain/journal/journal-event.ts';
import { FIRST_NOT_INDEXED } from '../write/entry-index.ts';

/** An entry that says marks were taken along, and from which file. */
export interface CarriedSaying extends CarriedMarks {
  sequence: number;
  /** Beside this one; null where there was none. */
  file: string | null;
}

const KINDS = `('journal-restarted', 'journal-restored')`;
/** A statement somebody wrote over is for the chain to find. */
const SAYINGS = `
  SELECT sequence, ifnull(rest ->> '$.event.quarantinedAs', rest ->> '$.event.setAsideAs') AS file,
    rest ->> '$.event.carried.first' AS first, rest ->> '$.event.carried.marks' AS marks, rest ->> '$.event.carried.hash' AS hash
  FROM entries WHERE sequence IN (
    SELECT sequence FROM entries_by_kind WHERE kind IN ${KINDS}
    UNION ALL SELECT sequence FROM entries WHERE sequence >= ${FIRST_NOT_INDEXED} AND kind IN ${KINDS}
  ) AND CASE WHEN json_valid(rest) THEN rest ->> '$.event.carried.hash' IS NOT NULL ELSE FALSE END ORDER BY sequence`;

/** @param texts of marks in their order, as the file keeps them @param first where they begin @returns what the entry says of them; null for none */
export function carriedFrom(first: number, texts: readonly string[]): CarriedMarks | null {
  return texts.length === 0 ? null : { first, marks: texts.length, hash: hash('sha256', texts.join('\n')) };
}

export const carriedSayings = (database: Database): CarriedSaying[] => database.prepare<[], CarriedSaying>(SAYINGS).all();

/** Entries whose marks are not all there as they were taken along, the oldest first. */
export function brokenSayings(database: Database): CarriedSaying[] {
  const textsFrom = database.prepare<[number, number], string>('SELECT mark FROM marks WHERE sequence >= ? AND sequence < ? ORDER BY sequence').pluck();
  return carriedSayings(database).filter(({ first, marks, hash: said }) => carriedFrom(first, textsFrom.all(first, first + marks))?.hash !== said);
}

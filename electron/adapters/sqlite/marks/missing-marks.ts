/** Finds the checks of a file whose view marks were taken out of it, and makes those again: a mark lies outside the chain, that it is owed is in the entry. */
import type { Database } from 'better-sqlite3';
import { GENESIS_HASH, markOfEntry, type NamesOnMark, VERDICT_KIND } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { type EntryRow, readEntryRow, UNMARKED_COLUMNS } from '../journal-rows.ts';
import type { FoundMark } from './salvage-marks.ts';
import { openMark, sealMark } from './stored-mark.ts';

/**
 * As `markOfEntry` has it, on what is not sealed. Entries of form 1 were written before marks had to be there.
 * Somebody's own text in the place of an entry's is for the chain to find, and is not read as JSON here.
 */
const HAS_LOST_ITS_MARK = `
  form = 2 AND kind = '${VERDICT_KIND}' AND who IS NOT NULL AND sequence NOT IN (SELECT sequence FROM marks)
  AND CASE WHEN json_valid(rest) THEN rest ->> '$.purpose' IS NOT NULL AND rest ->> '$.event.accessId' IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM json_each(rest, '$.event.codes') WHERE value = 'answer-replayed') ELSE FALSE END`;

/** Marks among which one is looked for that can still be opened. */
const LOOKED_AT = 100;

/** The first behind `after` whose mark is gone; null where every mark is there. As long as the way from there to the end. */
export function firstWithoutMark(database: Database, after: number): number | null {
  return database.prepare<[number], number>(`SELECT sequence FROM entries WHERE sequence > ? AND ${HAS_LOST_ITS_MARK} ORDER BY sequence LIMIT 1`).pluck().get(after) ?? null;
}

/**
 * Their names stand on every other mark; where none is left, none is made.
 * @param forged entries whose mark is there, and which need another one as well @returns the oldest first
 */
export function remadeMissing(database: Database, forged: readonly number[], seal: ColumnSeal): FoundMark[] {
  const names = namesIn(database, seal);
  if (names === null) return [];
  const rows = database
    .prepare<[string], EntryRow>(`SELECT ${UNMARKED_COLUMNS} FROM entries WHERE (${HAS_LOST_ITS_MARK}) OR sequence IN (SELECT value FROM json_each(?)) ORDER BY sequence`)
    .all(JSON.stringify(forged));
  return rows.flatMap((row) => remadeOf(row, names, seal) ?? []);
}

function namesIn(database: Database, seal: ColumnSeal): NamesOnMark | null {
  const newest = database.prepare<[number], string>('SELECT mark FROM marks ORDER BY sequence DESC LIMIT ?').pluck().all(LOOKED_AT);
  for (const stored of newest) {
    const mark = openMark(stored, seal);
    if (mark !== null) return mark;
  }
  return null;
}

/** Null where the entry leaves none, or cannot be opened. */
export function remadeOf(row: EntryRow, names: NamesOnMark, seal: ColumnSeal, known: ReadonlySet<string> = new Set()): FoundMark | null {
  const entry = readEntryRow(row, GENESIS_HASH, seal);
  const mark = entry === null ? null : markOfEntry(entry, names);
  return mark === null || known.has(mark.idempotencyKey) ? null : { mark: sealMark(mark, seal), since: row.at };
}

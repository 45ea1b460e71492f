/** Makes marks again whose own bytes are destroyed, from the entries of the checks that left them. */
import SqliteDatabase from 'better-sqlite3';
import { VERDICT_KIND } from '../../../core/journal/index.ts';
import type { ViewMark } from '../../../ports/checking/cabinet-log.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { type EntryRow, UNMARKED_COLUMNS } from '../journal-rows.ts';
import { remadeOf } from './missing-marks.ts';
import type { FoundMark } from './salvage-marks.ts';
import { isDamage, isOtherSchema } from '../sqlite-failure.ts';

/** Several times what may wait at a desk before it is frozen; in a file that is hardly readable nobody looks through years. */
const LOOKED_AT = 20_000;

/**
 * One that was delivered, and of which that is destroyed as well, is left again: the cabinets know it by its key.
 * @param known marks found in the file, waiting or settled; the names on them are on those made again @returns the oldest first
 */
export function remakeMarks(file: string, known: readonly ViewMark[], seal: ColumnSeal): FoundMark[] {
  const names = known.at(-1);
  if (names === undefined) return [];
  const keys = new Set(known.map(({ idempotencyKey }) => idempotencyKey));
  return checksIn(file).flatMap((row) => remadeOf(row, names, seal, keys) ?? []);
}

/** From both ends up to where the damage lies. */
function checksIn(file: string): EntryRow[] {
  const rows = new Map<number, EntryRow>();
  for (const direction of ['DESC', 'ASC']) {
    try {
      const database = new SqliteDatabase(file, { readonly: true });
      try {
        for (const row of database.prepare<[], EntryRow>(checksBy(direction)).iterate()) rows.set(row.sequence, row);
      } finally {
        database.close();
      }
    } catch (error) {
      if (!isDamage(error) && !isOtherSchema(error)) throw error;
    }
  }
  return [...rows.values()].toSorted((a, b) => a.sequence - b.sequence);
}

const checksBy = (direction: string): string => `
  SELECT ${UNMARKED_COLUMNS} FROM entries WHERE kind = '${VERDICT_KIND}' ORDER BY sequence ${direction} LIMIT ${LOOKED_AT}`;

/** Holds what is gone from the beginning of the file against what a supervisor let go: retention is written down before it removes, and nothing else may. */
import type { Database } from 'better-sqlite3';
import { type ChainFault, GENESIS_HASH } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { type EntryRow, readEntryRow, UNMARKED_COLUMNS } from '../journal-rows.ts';
import { FIRST_NOT_INDEXED } from '../write/entry-index.ts';

/** Consents are few, and the newest is never let go itself: it stands behind what it lets go. */
const CONSENTS = `
  SELECT ${UNMARKED_COLUMNS} FROM entries WHERE sequence IN (
    SELECT sequence FROM entries_by_kind WHERE kind = 'journal-forgotten'
    UNION ALL SELECT sequence FROM entries WHERE sequence >= ${FIRST_NOT_INDEXED} AND kind = 'journal-forgotten'
  ) ORDER BY sequence`;

/** @param seal null where the key is elsewhere: who consented is then not asked */
export function faultOfBeginning(database: Database, seal: ColumnSeal | null): ChainFault | null {
  const gone = database.prepare<[], number>('SELECT through FROM forgotten').pluck().get();
  if (gone === undefined) return null;
  const consented = database.prepare<[], EntryRow>(CONSENTS).all().flatMap((row) => consentedThrough(row, seal) ?? []);
  if (consented.includes(gone)) return null;
  return { firstBadSequence: Math.max(0, ...consented.filter((through) => through < gone)) + 1, reason: 'gap' };
}

/** Anybody who can write the file can add an entry at its end, but none that names an operator under our key. */
function consentedThrough(row: EntryRow, seal: ColumnSeal | null): number | null {
  const entry = readEntryRow(row, GENESIS_HASH, seal);
  if (entry?.event.kind !== 'journal-forgotten' || (seal !== null && entry.operatorId === null)) return null;
  return entry.event.through;
}

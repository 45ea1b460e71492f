/** Rows of the journal's tables and the values of the core they stand for. */
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { entryMembers, parseRest } from '../../core/journal/index.ts';
import type { ColumnSeal } from '../../ports/journal/column-seal.ts';

export interface EntryRow {
  sequence: number;
  form: 1 | 2;
  at: string;
  kind: string;
  verdict: string | null;
  who: string | null;
  about: string | null;
  rest: string;
  hash: string;
  /** Of the entry before; null for the first that is kept. */
  previous_hash: string | null;
  mark_state: 'waiting' | 'delivered' | 'refused' | null;
  since: string | null;
  receipt_id: string | null;
  code: string | null;
  settled_at: string | null;
}

export const ENTRY_COLUMNS = `
  e.sequence, e.form, e.at, e.kind, e.verdict, e.who, e.about, e.rest, e.hash, p.hash AS previous_hash,
  m.state AS mark_state, m.since, m.receipt_id, m.code, m.settled_at`;
/** Of `entries` alone, for a file whose marks are gone or in doubt. */
export const UNMARKED_COLUMNS = `
  sequence, form, at, kind, verdict, who, about, rest, hash,
  NULL AS previous_hash, NULL AS mark_state, NULL AS since, NULL AS receipt_id, NULL AS code, NULL AS settled_at`;
export const ENTRY_TABLES = 'entries e LEFT JOIN entries p ON p.sequence = e.sequence - 1 LEFT JOIN marks m ON m.sequence = e.sequence';

/** What an entry of form 2 is hashed from behind the link: header and rest (core: record/entry-text.ts). */
export const UNLINKED_TAIL = `sequence, ' ', at, ' ', kind, ' ', ifnull(verdict, '-'), ' ', ifnull(who, '-'), ' ', ifnull(about, '-'), char(10), rest`;

/**
 * The same, or the whole JSON of form 1. That is hashed without its columns: where they say something else than the JSON there is
 * no text, which no hash fits.
 */
export const TAIL = `
  CASE WHEN form = 2 THEN concat(${UNLINKED_TAIL})
  WHEN sequence IS rest ->> '$.sequence' AND at IS rest ->> '$.at' AND kind IS rest ->> '$.event.kind' AND verdict IS rest ->> '$.event.verdict'
    AND who IS rest ->> '$.operatorId' AND about IS rest ->> '$.event.subjectHash' THEN rest
  ELSE '' END`;

/** Of a mark that is not delivered. Said beside the state itself, or SQLite looks through every mark there ever was instead of the index of these. */
export const IS_OPEN = `state <> 'delivered'`;

/**
 * Null where the row is no entry any more: somebody edited the file.
 * @param first what the first entry of the file continues
 * @param seal null where the key of the columns is elsewhere: they then stay unknown
 */
export function readEntryRow(row: EntryRow, first: string, seal: ColumnSeal | null): JournalEntry | null {
  const parsed = JournalEntry.safeParse({ ...membersOf(row, row.previous_hash ?? first, seal), hash: row.hash, mark: markStateOf(row) });
  return parsed.success ? parsed.data : null;
}

function membersOf(row: EntryRow, previousHash: string, seal: ColumnSeal | null): object | null {
  if (row.form === 1) return parseJson(row.rest) as object | null;
  const rest = parseRest(row.rest);
  if (rest === null) return null;
  if (rest.sealed === null) return entryMembers(row, previousHash, rest, { operatorId: null, subjectHash: null, ticket: null });
  // Two shells on one journal seal under keys of their own: that it was not altered is for the hash to say.
  return entryMembers(row, previousHash, rest, seal?.open({ id: rest.id, sequence: row.sequence }, rest.sealed) ?? null);
}

/** What the columns promise by the table's CHECKs is proved by the schema in `readEntryRow`. */
function markStateOf(row: EntryRow): unknown {
  switch (row.mark_state) {
    case null:
      return { state: 'not-needed' } satisfies MarkState;
    case 'waiting':
      return { state: 'waiting', since: row.since };
    case 'delivered':
      return { state: 'delivered', receiptId: row.receipt_id, at: row.settled_at };
    case 'refused':
      return { state: 'refused', code: row.code, at: row.settled_at };
  }
}

/** Undefined, which no schema here accepts, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Rows of the journal's tables and the values of the core they stand for. */
import { z } from 'zod';
import type { MarkState } from '../../../shared/domain/check-outcome.ts';
import { JournalEntry } from '../../../shared/domain/journal-entry.ts';
import type { ViewMark } from '../../ports/cabinet-log.ts';
import type { WaitingMark } from '../../ports/journal-store.ts';

export interface EntryRow {
  sequence: number;
  id: string;
  at: string;
  operator_id: string | null;
  workstation: string;
  purpose: string | null;
  event: string;
  previous_hash: string;
  hash: string;
  mark_state: 'waiting' | 'delivered' | 'refused' | null;
  since: string | null;
  receipt_id: string | null;
  code: string | null;
  settled_at: string | null;
}

export const ENTRY_COLUMNS = `
  e.sequence, e.id, e.at, e.operator_id, e.workstation, e.purpose, e.event, e.previous_hash, e.hash,
  m.state AS mark_state, m.since, m.receipt_id, m.code, m.settled_at`;
export const ENTRY_TABLES = 'entries e LEFT JOIN marks m ON m.sequence = e.sequence';

export interface WaitingMarkRow {
  sequence: number;
  mark: string;
  since: string;
  attempts: number;
}

const StoredMark: z.ZodType<ViewMark> = z.strictObject({
  idempotencyKey: z.string(),
  accessId: z.string(),
  viewedAt: z.string(),
  documentType: z.string(),
  purposeId: z.string(),
  operatorId: z.string(),
  organisation: z.string(),
  branch: z.string(),
  workstation: z.string(),
  verdict: z.string(),
});

/** Null where somebody edited the row: it stays counted as waiting and is never sent. */
export function readMarkRow({ sequence, mark, since, attempts }: WaitingMarkRow): WaitingMark | null {
  const parsed = StoredMark.safeParse(parseJson(mark));
  return parsed.success ? { sequence, mark: parsed.data, since, attempts } : null;
}

/** Null where the row is no entry any more: somebody edited the file. */
export function readEntryRow(row: EntryRow): JournalEntry | null {
  const parsed = JournalEntry.safeParse({
    sequence: row.sequence,
    id: row.id,
    at: row.at,
    operatorId: row.operator_id,
    workstation: row.workstation,
    purpose: row.purpose,
    event: parseJson(row.event),
    previousHash: row.previous_hash,
    hash: row.hash,
    mark: markStateOf(row),
  });
  return parsed.success ? parsed.data : null;
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

/** Walks the chain over the rows of the file, a batch at a time. */
import type { JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { type ChainHead, EMPTY_CHAIN, faultAfter } from '../../core/journal/index.ts';
import { type EntryRow, readEntryRow } from './journal-rows.ts';
import type { JournalStatements } from './journal-statements.ts';

/** Rows read in one turn of the event loop, so that years of entries do not hold up the desk. */
export const BATCH = 500;
/** Entries whose chain is checked at every start; the whole is walked on demand. */
const CHECKED_AT_OPEN = 200;

type Broken = Extract<JournalHealth, { state: 'broken' }>;

export function healthOfTail(statements: JournalStatements): JournalHealth {
  const last = statements.head.get();
  if (!last) return intact(EMPTY_CHAIN);
  const start = last.sequence > CHECKED_AT_OPEN ? statements.headAt.get(last.sequence - CHECKED_AT_OPEN) : EMPTY_CHAIN;
  if (!start) return { state: 'broken', firstBadSequence: last.sequence - CHECKED_AT_OPEN, reason: 'gap' };
  const reached = follow(start, statements.entriesAfter.all(start.sequence, CHECKED_AT_OPEN + 1));
  return 'state' in reached ? reached : intact(reached);
}

/** @param pause awaited between batches */
export async function healthOfChain(statements: JournalStatements, pause: () => Promise<unknown>): Promise<JournalHealth> {
  let head = EMPTY_CHAIN;
  for (;;) {
    const rows = statements.entriesAfter.all(head.sequence, BATCH);
    const reached = follow(head, rows);
    if ('state' in reached) return reached;
    if (rows.length < BATCH) return intact(reached);
    head = reached;
    await pause();
  }
}

function follow(from: ChainHead, rows: readonly EntryRow[]): ChainHead | Broken {
  let head = from;
  for (const row of rows) {
    const entry = readEntryRow(row);
    if (!entry) return { state: 'broken', firstBadSequence: row.sequence, reason: 'unreadable' };
    const fault = faultAfter(head, entry);
    if (fault) return { state: 'broken', ...fault };
    head = { sequence: entry.sequence, hash: entry.hash };
  }
  return head;
}

const intact = (head: ChainHead): JournalHealth => ({ state: 'intact', entries: head.sequence, headHash: head.hash });

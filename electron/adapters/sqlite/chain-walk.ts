/** Walks the chain over the rows of the file, a batch at a time. */
import type { JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { type ChainHead, chainWalk, EMPTY_CHAIN, faultAfter, type TreeHead } from '../../core/journal/index.ts';
import { readEntryRow } from './journal-rows.ts';
import type { JournalStatements } from './journal-statements.ts';
import { isKept } from './stored-tree.ts';

/** Rows read in one turn of the event loop, so that years of entries do not hold up the desk. */
export const BATCH = 500;
/** Entries whose chain is checked at every start; the whole is walked on demand. */
const CHECKED_AT_OPEN = 200;

export function healthOfTail(statements: JournalStatements): JournalHealth {
  const last = statements.head.get();
  if (!last) return intact(EMPTY_CHAIN);
  let head = last.sequence > CHECKED_AT_OPEN ? statements.headAt.get(last.sequence - CHECKED_AT_OPEN) : EMPTY_CHAIN;
  if (!head) return { state: 'broken', firstBadSequence: last.sequence - CHECKED_AT_OPEN, reason: 'gap' };
  for (const row of statements.entriesAfter.all(head.sequence, CHECKED_AT_OPEN + 1)) {
    const entry = readEntryRow(row);
    if (!entry) return { state: 'broken', firstBadSequence: row.sequence, reason: 'unreadable' };
    const fault = faultAfter(head, entry);
    if (fault) return { state: 'broken', ...fault };
    head = entry;
  }
  return intact(head);
}

/**
 * @param claims as in `chainWalk`
 * @param keep called with hashes of the tree that are not kept as the entries give them, once everything was found sound
 * @param pause awaited between batches
 */
export async function healthOfChain(
  statements: JournalStatements,
  claims: readonly TreeHead[],
  keep: (level: number, position: number, hash: Uint8Array) => void,
  pause: () => Promise<unknown>,
): Promise<JournalHealth> {
  const missing: (() => void)[] = [];
  const walk = chainWalk(claims, (level, position, hash) => {
    if (isKept(level) && !statements.nodeAt.get(level, position)?.hash.equals(hash)) missing.push(() => keep(level, position, hash));
  });
  for (;;) {
    const rows = statements.entriesAfter.all(walk.head().sequence, BATCH);
    for (const row of rows) {
      const entry = readEntryRow(row);
      if (!entry) return { state: 'broken', firstBadSequence: row.sequence, reason: 'unreadable' };
      const fault = walk.step(entry);
      if (fault) return { state: 'broken', ...fault };
    }
    if (rows.length < BATCH) break;
    await pause();
  }
  const cut = walk.end();
  if (cut) return { state: 'broken', ...cut };
  for (const keepIt of missing) keepIt();
  return intact(walk.head());
}

const intact = (head: ChainHead): JournalHealth => ({ state: 'intact', entries: head.sequence, headHash: head.hash });

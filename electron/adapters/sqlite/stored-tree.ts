/** The tree over the entries of the file: read from the hashes kept in it, worked out from the entries where none is kept. */
import {
  appendLeaf,
  type CompactRange,
  EMPTY_RANGE,
  entryBytes,
  hashOfLeaves,
  inclusionProof,
  leafOfEntry,
  nodeHash,
  rangeOf,
  rangeRoot,
  type SubtreeSource,
} from '../../core/journal/index.ts';
import { JournalUnwritable } from '../../ports/journal-store.ts';
import { readEntryRow } from './journal-rows.ts';
import type { JournalStatements } from './journal-statements.ts';

/** One kept level stands for 2^8 hashes of the one below: a proof works out a few hundred at most. */
const LEVELS_APART = 8;
export const isKept = (level: number): boolean => level > 0 && level % LEVELS_APART === 0;

export interface StoredTree {
  /** @throws {JournalUnwritable} `altered` where an entry is missing or unreadable */
  range(size: number): CompactRange;
  root(size: number): Uint8Array;
  inclusion(sequence: number, size: number): { entry: Uint8Array; proof: Uint8Array[] };
}

/** @param keep called with hashes worth keeping that were not kept yet */
export function storedTree(statements: JournalStatements, keep: (level: number, position: number, hash: Uint8Array) => void): StoredTree {
  function entriesFrom(start: number, count: number) {
    const rows = statements.entriesAfter.all(start, count);
    return Array.from({ length: count }, (_, index) => {
      const row = rows[index];
      const entry = row?.sequence === start + index + 1 ? readEntryRow(row) : null;
      if (entry === null) throw new JournalUnwritable('altered');
      return entry;
    });
  }

  function fromEntries(level: number, position: number): Uint8Array {
    const width = 2 ** level;
    const range = entriesFrom(position * width, width).reduce((grown, entry) => appendLeaf(grown, leafOfEntry(entry)), EMPTY_RANGE);
    return rangeRoot(range);
  }

  const subtree: SubtreeSource = (level, position) => {
    if (level < LEVELS_APART) return fromEntries(level, position);
    const kept = isKept(level) ? statements.nodeAt.get(level, position) : undefined;
    if (kept) return new Uint8Array(kept.hash);
    const hash = nodeHash(subtree(level - 1, 2 * position), subtree(level - 1, 2 * position + 1));
    if (isKept(level)) keep(level, position, hash);
    return hash;
  };

  return {
    range: (size) => rangeOf(size, subtree),
    root: (size) => hashOfLeaves(0, size, subtree),
    inclusion: (sequence, size) => ({
      entry: entryBytes(entriesFrom(sequence - 1, 1)[0]!),
      proof: inclusionProof(sequence - 1, size, subtree),
    }),
  };
}

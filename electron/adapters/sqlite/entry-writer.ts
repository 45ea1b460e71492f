/** Adds entries to the chain and to the tree in the file, each with its mark in one transaction. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../../shared/domain/journal-entry.ts';
import {
  appendLeaf,
  canonicalJson,
  type ChainHead,
  type CompactRange,
  EMPTY_CHAIN,
  faultAfter,
  leafOfEntry,
  rangeRoot,
  sealEntry,
  type SealedEntry,
  type TreeHead,
} from '../../core/journal/index.ts';
import type { ViewMark } from '../../ports/cabinet-log.ts';
import { JournalUnwritable, type NewEntry } from '../../ports/journal-store.ts';
import { readEntryRow } from './journal-rows.ts';
import type { JournalStatements } from './journal-statements.ts';
import { isKept, type StoredTree } from './stored-tree.ts';

export interface EntryWriter {
  /** Durable when it returns. @throws {JournalUnwritable} `altered`, `clock-back` @throws what SQLite throws */
  append(entry: NewEntry, mark: ViewMark | null): JournalEntry;
  /** Writes the entry a new journal begins with, if that is still to be done. @throws as `append` */
  begin(): void;
  /** Of the tree over everything that is written. @throws {JournalUnwritable} `altered` */
  treeHead(): TreeHead;
}

/** Where chain and tree end. */
interface Reached {
  head: ChainHead;
  range: CompactRange;
}

/** @param first what must stand before everything else, because this journal continues another one */
export function entryWriter(database: Database, statements: JournalStatements, tree: StoredTree, first: NewEntry | null): EntryWriter {
  /** As this program last saw it: what is in the file must continue from here. Null until it was first needed. */
  let known: Reached | null = null;

  function extended({ head, range }: Reached, entry: SealedEntry): Reached {
    if (faultAfter(head, entry)) throw new JournalUnwritable('altered');
    const keep = (level: number, position: number, hash: Uint8Array) => {
      // Outside a transaction somebody else's entries are followed; what they complete is kept when it is first asked for.
      if (isKept(level) && database.inTransaction) statements.keepNode.run(level, position, hash);
    };
    return { head: { sequence: entry.sequence, hash: entry.hash, at: entry.at }, range: appendLeaf(range, leafOfEntry(entry), keep) };
  }

  /** Another process may have written since; nobody may have removed or replaced. */
  function reached(): Reached {
    const stored = statements.head.get() ?? EMPTY_CHAIN;
    if (known === null) return { head: stored, range: tree.range(stored.sequence) };
    if (stored.sequence < known.head.sequence) throw new JournalUnwritable('altered');
    let now = known;
    for (const row of statements.entriesAfter.all(known.head.sequence, stored.sequence - known.head.sequence)) {
      const entry = readEntryRow(row);
      if (entry === null) throw new JournalUnwritable('altered');
      now = extended(now, entry);
    }
    if (now.head.hash !== stored.hash) throw new JournalUnwritable('altered');
    return now;
  }

  function insert(from: Reached, entry: NewEntry, mark: ViewMark | null): { written: JournalEntry; reached: Reached } {
    const at = new Date(entry.at).toISOString();
    const sealed = sealEntry({ ...entry, at }, from.head);
    statements.insertEntry.run({ ...sealed, event: canonicalJson(sealed.event) });
    if (mark) statements.insertMark.run(sealed.sequence, JSON.stringify(mark), at);
    return { written: { ...sealed, mark: mark ? { state: 'waiting', since: at } : { state: 'not-needed' } }, reached: extended(from, sealed) };
  }

  /** Asked of the file and not remembered: the opening may have failed to write it on a full disk. */
  function begun(): Reached {
    const now = reached();
    return first !== null && now.head.sequence === 0 ? insert(now, first, null).reached : now;
  }

  // The head is read under the write lock: two processes on one file continue one chain instead of forking it.
  const append = database.transaction((entry: NewEntry, mark: ViewMark | null) => insert(begun(), entry, mark)).immediate;
  const begin = database.transaction(begun).immediate;
  return {
    append(entry, mark) {
      // Remembered only once it is on the disk.
      const { written, reached: now } = append(entry, mark);
      known = now;
      return written;
    },
    begin() {
      known = begin();
    },
    treeHead() {
      known = reached();
      return { size: known.range.size, root: rangeRoot(known.range) };
    },
  };
}

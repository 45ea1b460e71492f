/** Adds entries to the chain and to the tree in the file, each with its mark; all that wait together in one transaction. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { type ChainWalk, chainWalk, EMPTY_TREE_ROOT, linkEntry, rootOfPeaks, type TreeHead, type WalkState } from '../../../core/journal/index.ts';
import type { ViewMark } from '../../../ports/checking/cabinet-log.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { JournalUnwritable, type NewEntry } from '../../../ports/journal/journal-store.ts';
import { entryInserts } from './insert-entries.ts';
import type { JournalStatements } from '../journal-statements.ts';
import { sealMark } from '../marks/stored-mark.ts';
import { nodeHasher } from '../node-hasher.ts';
import { isKept, type StoredTree } from '../stored-tree.ts';

export interface WaitingEntry {
  entry: NewEntry;
  mark: ViewMark | null;
}

export type WrittenEntry = { ok: true; entry: JournalEntry } | { ok: false; refusal: JournalUnwritable };

export interface EntryWriter {
  /**
   * Durable when it returns; in the order given. An entry the clock forbids is refused alone.
   * @throws {JournalUnwritable} `altered`, `key-missing` @throws what SQLite throws; nothing was written then
   */
  append(waiting: readonly WaitingEntry[]): WrittenEntry[];
  /** Writes the entry a new journal begins with, if that is still to be done. @throws as `append` */
  begin(): void;
  /** Of the tree over everything that is written. @throws {JournalUnwritable} `altered` */
  treeHead(): TreeHead;
}

/** Of a journal that continues another one, inside a transaction: takes along what still waits in the file before, and gives the entry that must stand before everything else. */
export type Beginning = () => NewEntry;

/** @param seal null where the key of the columns is elsewhere: nothing can then be added */
export function entryWriter(database: Database, statements: JournalStatements, tree: StoredTree, seal: ColumnSeal | null, beginning: Beginning | null): EntryWriter {
  /** As this program last saw it: what is in the file must continue from here. Null until it was first needed. */
  let known: WalkState | null = null;
  const inserts = entryInserts(database);

  const keep = (level: number, position: number, hash: string): void => {
    // Outside a transaction somebody else's entries are followed; what they complete is kept when it is first asked for.
    if (isKept(level) && database.inTransaction) statements.keepNode.run(level, position, hexToBytes(hash));
  };

  /** Another process may have written since; nobody may have removed or replaced. */
  function reached(): ChainWalk {
    const stored = statements.head.get() ?? tree.start().head;
    const walk = chainWalk(known ?? tree.state(stored), [], nodeHasher, keep);
    const { sequence } = walk.head();
    if (stored.sequence < sequence) throw new JournalUnwritable('altered');
    for (const row of statements.walkAfter.all(sequence, stored.sequence - sequence)) {
      if (walk.step(row)) throw new JournalUnwritable('altered');
    }
    if (walk.head().hash !== stored.hash) throw new JournalUnwritable('altered');
    return walk;
  }

  function insert(walk: ChainWalk, { entry, mark }: WaitingEntry): JournalEntry {
    if (seal === null) throw new JournalUnwritable('key-missing');
    const head = walk.head();
    const at = inUtc(entry.at);
    const { columns, tail } = linkEntry(at === entry.at ? entry : { ...entry, at }, head, seal);
    const hash = walk.extend(tail, at);
    inserts.add(columns, hash);
    const { sequence } = columns;
    if (mark) statements.insertMark.run(sequence, sealMark(mark, seal), at);
    return { ...entry, at, sequence, previousHash: head.hash, hash, mark: mark ? { state: 'waiting', since: at } : { state: 'not-needed' } };
  }

  /** Asked of the file and not remembered: the opening may have failed to write it on a full disk. */
  function begun(): ChainWalk {
    const walk = reached();
    if (beginning !== null && walk.head().sequence === 0) insert(walk, { entry: beginning(), mark: null });
    return walk;
  }

  /** The head is read under the write lock: two processes on one file continue one chain instead of forking it. */
  const write = database.transaction((waiting: readonly WaitingEntry[]) => {
    inserts.reset();
    const walk = begun();
    const written = waiting.map((one): WrittenEntry => {
      try {
        return { ok: true, entry: insert(walk, one) };
      } catch (error) {
        if (!(error instanceof JournalUnwritable) || error.reason !== 'clock-back') throw error;
        return { ok: false, refusal: error };
      }
    });
    inserts.flush();
    return { written, state: walk.state() };
  }).immediate;

  function append(waiting: readonly WaitingEntry[]): WrittenEntry[] {
    const { written, state } = write(waiting);
    // Remembered only once it is on the disk.
    known = state;
    return written;
  }

  return {
    append,
    begin: () => void append([]),
    treeHead() {
      known = reached().state();
      const { head, peaks } = known;
      return { size: head.sequence, root: peaks.length === 0 ? EMPTY_TREE_ROOT : hexToBytes(rootOfPeaks(peaks, nodeHasher)) };
    },
  };
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** As `Date` writes it; most are given like this. @throws {RangeError} for what is no instant */
const inUtc = (instant: string): string => (UTC.test(instant) ? instant : new Date(instant).toISOString());

/** Adds entries to the chain in the file, each with its mark in one transaction. */
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../../shared/domain/journal-entry.ts';
import { canonicalJson, type ChainHead, EMPTY_CHAIN, sealEntry } from '../../core/journal/index.ts';
import type { ViewMark } from '../../ports/cabinet-log.ts';
import type { NewEntry } from '../../ports/journal-store.ts';
import type { JournalStatements } from './journal-statements.ts';

export interface EntryWriter {
  /** Durable when it returns. @throws what SQLite throws */
  append(entry: NewEntry, mark: ViewMark | null): JournalEntry;
  /** Writes the entry a new journal begins with, if that is still to be done. @throws what SQLite throws */
  begin(): void;
}

/** @param first what must stand before everything else, because this journal continues another one */
export function entryWriter(database: Database, statements: JournalStatements, first: NewEntry | null): EntryWriter {
  function insert(entry: NewEntry, mark: ViewMark | null): JournalEntry {
    const at = new Date(entry.at).toISOString();
    const head: ChainHead = statements.head.get() ?? EMPTY_CHAIN;
    const sealed = sealEntry({ ...entry, at }, head);
    statements.insertEntry.run({ ...sealed, event: canonicalJson(sealed.event) });
    if (!mark) return { ...sealed, mark: { state: 'not-needed' } };
    statements.insertMark.run(sealed.sequence, JSON.stringify(mark), at);
    return { ...sealed, mark: { state: 'waiting', since: at } };
  }

  /** Asked of the file and not remembered: the opening may have failed to write it on a full disk. */
  function insertFirst(): void {
    if (first !== null && statements.head.get() === undefined) insert(first, null);
  }

  /** The head is read under the write lock: two processes on one file continue one chain instead of forking it. */
  const append = database.transaction((entry: NewEntry, mark: ViewMark | null): JournalEntry => {
    insertFirst();
    return insert(entry, mark);
  });
  const begin = database.transaction(insertFirst);
  return { append: append.immediate, begin: begin.immediate };
}

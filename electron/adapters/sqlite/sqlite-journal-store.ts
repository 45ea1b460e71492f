/** The journal in one SQLite file of the workstation: WAL, synced at every commit, append-only. */
import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { JournalHealth } from '../../../shared/domain/journal-health.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ColumnSeal } from '../../ports/column-seal.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal-store.ts';
import { workstationName } from '../workstation-name.ts';
import { carryMarks } from './carry-marks.ts';
import { entryCopies } from './entry-copies.ts';
import { entryMarks } from './entry-marks.ts';
import { entryWriter } from './entry-writer.ts';
import { forgetEntries } from './forget-entries.ts';
import { groupCommit } from './group-commit.ts';
import { prepareJournalStatements } from './journal-statements.ts';
import { type OpenedDatabase, openJournalDatabase, type OpenOptions, restartJournalDatabase, setJournalAside } from './open-journal-database.ts';
import { journalReader } from './query/journal-reader.ts';
import { restartedEntry } from './restarted-entry.ts';
import { writing } from './sqlite-failure.ts';
import { spaceOf } from './space.ts';
import { storedTree } from './stored-tree.ts';
import { unavailableJournalStore } from './unavailable-journal-store.ts';
import { integrityBeside } from './verify/journal-thread.ts';
import { healthOfChain, healthOfTail } from './verify/verify-journal.ts';

export interface SqliteJournalOptions {
  file: string;
  clock: Clock;
  /** Of the sensitive columns; null where another shell keeps its key: what is sealed stays unread, and nothing is written. */
  seal: ColumnSeal | null;
  /** How long a write waits for another process before it answers `locked`. */
  busyTimeoutMs?: number;
}

type UsableDatabase = Exclude<OpenedDatabase, { state: 'unavailable' }>;

/** A store but for its file being exchanged. */
type FileStore = Omit<JournalStore, 'setAside' | 'replaceWith'>;

/** Never throws for a bad file or disk: `health()` says what was found, and every write says why it cannot be. */
export function openSqliteJournalStore(options: SqliteJournalOptions): JournalStore {
  const { file, clock, busyTimeoutMs = 2_000 } = options;
  const opening: OpenOptions = { file, now: () => clock.now(), busyTimeoutMs };
  const store: JournalStore = {
    ...storeOf(openJournalDatabase(opening), options),
    // No other program may have the file open: it is renamed.
    async setAside() {
      await store.close();
      Object.assign(store, storeOf(restartJournalDatabase(opening, 'altered'), options));
      return store.health();
    },
    async replaceWith(copy) {
      await store.close();
      // Before the exchange: a program that ends in between has lost none, and begins again.
      carryInto(copy, opening, options.seal);
      const aside = setJournalAside(opening, 'altered');
      renameSync(copy, file);
      Object.assign(store, storeOf(openJournalDatabase(opening), options));
      return aside;
    },
  };
  return store;
}

function carryInto(copy: string, opening: OpenOptions, seal: ColumnSeal | null): void {
  const opened = openJournalDatabase({ ...opening, file: copy });
  if (opened.state === 'sound') carryMarks(opened.database, opening.file, seal);
  if (opened.state !== 'unavailable') opened.database.close();
}

const storeOf = (opened: OpenedDatabase, options: SqliteJournalOptions): FileStore =>
  opened.state === 'unavailable' ? unavailableJournalStore(opened.reason, opened.cause) : storeOn(opened, options);

function storeOn(opened: UsableDatabase, { file, clock, seal }: SqliteJournalOptions): FileStore {
  const { database } = opened;
  const statements = prepareJournalStatements(database);
  /** What can be worked out again need not be kept: not where nothing can be written, and not at the cost of an entry. */
  const keepNode = (level: number, position: number, hash: Uint8Array): void => {
    if (database.inTransaction) return;
    nullIfUnwritable(() => write(() => statements.keepNode.run(level, position, hash)));
  };
  /** For questions that may be asked of an altered journal, which must stay as it was found. */
  const tree = storedTree(database, statements, () => {});
  const beginning = opened.state === 'restarted' ? { entry: restartedEntry(opened, workstationName(dirname(file)), clock), carry: () => carryMarks(database, join(dirname(file), opened.quarantinedAs), seal) } : null;
  const writer = entryWriter(database, statements, storedTree(database, statements, keepNode), seal, beginning);
  const group = groupCommit((waiting) => write(() => writer.append(waiting)));
  const verified = { database, statements, tree, file };

  function write<Value>(work: () => Value): Value {
    if (opened.state === 'unwritable') throw new JournalUnwritable(opened.reason, { cause: opened.cause });
    return writing(work);
  }

  const holds = (size: number): boolean => size > 0 && size <= (statements.head.get()?.sequence ?? 0);

  const health = healthAtOpen(opened, () => {
    if (opened.state === 'restarted') write(writer.begin);
    return healthOfTail(verified);
  });

  return {
    ...journalReader(database, statements, tree, seal),
    ...entryCopies(database, write),
    ...entryMarks(database, statements, seal, write),
    append: (entry, mark) => group.append({ entry, mark }),
    verify: (claims) => healthOfChain(verified, claims, keepNode),
    integrity: () => integrityBeside(file),
    treeHead: async () => writer.treeHead(),
    treeRoot: async (size) => (holds(size) ? nullIfUnwritable(() => tree.root(size)) : null),
    consistency: async (from, to) => (from > 0 && from <= to && holds(to) ? nullIfUnwritable(() => tree.consistency(from, to)) : null),
    async keepCheckpoint(size, note) {
      write(() => statements.keepCheckpoint.run(size, note));
    },
    async keepCosigned(size, note) {
      write(() => statements.keepCosigned.run(size, note));
    },
    async forget(through) {
      await write(() => forgetEntries(database, statements, through));
    },
    async copyTo(copy, onProgress) {
      await database.backup(copy, {
        progress({ totalPages, remainingPages }) {
          onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
          return PAGES_AT_ONCE;
        },
      });
    },
    space: async () => spaceOf(file),
    health: () => health,
    async close() {
      group.flush();
      database.close();
    },
  };
}

/** A megabyte in one turn of the event loop. */
const PAGES_AT_ONCE = 256;

function nullIfUnwritable<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof JournalUnwritable) return null;
    throw error;
  }
}

function healthAtOpen(opened: UsableDatabase, tail: () => JournalHealth): JournalHealth {
  if (opened.state === 'unwritable') return { state: 'unwritable', reason: opened.reason };
  try {
    const found = tail();
    if (opened.state !== 'restarted' || found.state !== 'intact') return found;
    return { state: 'restarted', quarantinedAs: opened.quarantinedAs, entries: found.entries };
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
    return { state: 'unwritable', reason: error.reason };
  }
}

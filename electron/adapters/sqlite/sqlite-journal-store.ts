/** The journal in one SQLite file of the workstation: WAL, synced at every commit, append-only. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { JournalEntry, JournalHealth, JournalPage, JournalQuery } from '../../../shared/domain/journal-entry.ts';
import type { Clock } from '../../ports/clock.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal-store.ts';
import { BATCH, healthOfChain, healthOfTail } from './chain-walk.ts';
import { entryWriter } from './entry-writer.ts';
import { journalFilter } from './journal-filter.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, readEntryRow, readMarkRow } from './journal-rows.ts';
import { prepareJournalStatements } from './journal-statements.ts';
import { type OpenedDatabase, openJournalDatabase, type OpenOptions, restartJournalDatabase } from './open-journal-database.ts';
import { storedTree } from './stored-tree.ts';
import { restartedEntry } from './restarted-entry.ts';
import { writing } from './sqlite-failure.ts';
import { unavailableJournalStore } from './unavailable-journal-store.ts';

export interface SqliteJournalOptions {
  file: string;
  clock: Clock;
  /** How long a write waits for another process before it answers `locked`. */
  busyTimeoutMs?: number;
}

type UsableDatabase = Exclude<OpenedDatabase, { state: 'unavailable' }>;

/** Never throws for a bad file or disk: `health()` says what was found, and every write says why it cannot be. */
export function openSqliteJournalStore(options: SqliteJournalOptions): JournalStore {
  return storeOf(openJournalDatabase(openOptions(options)), options.clock);
}

/** Keeps the altered journal as evidence and begins a new one whose first entry names it; no other program may have it open. */
export function restartSqliteJournalStore(options: SqliteJournalOptions): JournalStore {
  return storeOf(restartJournalDatabase(openOptions(options), 'altered'), options.clock);
}

const openOptions = ({ file, clock, busyTimeoutMs = 2_000 }: SqliteJournalOptions): OpenOptions => ({ file, now: () => clock.now(), busyTimeoutMs });

const storeOf = (opened: OpenedDatabase, clock: Clock): JournalStore =>
  opened.state === 'unavailable' ? unavailableJournalStore(opened.reason, opened.cause) : storeOn(opened, clock);

function storeOn(opened: UsableDatabase, clock: Clock): JournalStore {
  const { database } = opened;
  const statements = prepareJournalStatements(database);
  /** What can be worked out again need not be kept: not where nothing can be written, and not at the cost of an entry. */
  const keepNode = (level: number, position: number, hash: Uint8Array): void => {
    if (database.inTransaction) return;
    nullIfUnwritable(() => write(() => statements.keepNode.run(level, position, hash)));
  };
  /** For questions that may be asked of an altered journal, which must stay as it was found. */
  const tree = storedTree(statements, () => {});
  const writer = entryWriter(database, statements, storedTree(statements, keepNode), opened.state === 'restarted' ? restartedEntry(opened, clock) : null);

  function write<Value>(work: () => Value): Value {
    if (opened.state === 'unwritable') throw new JournalUnwritable(opened.reason, { cause: opened.cause });
    return writing(work);
  }

  const holds = (size: number): boolean => size > 0 && size <= (statements.head.get()?.sequence ?? 0);

  const health = healthAtOpen(opened, () => {
    if (opened.state === 'restarted') write(writer.begin);
    return healthOfTail(statements);
  });

  return {
    append: async (entry, mark) => write(() => writer.append(entry, mark)),
    list: async (query) => listEntries(database, query),
    ofSubject: async (subjectHash, limit) => statements.ofSubject.all(subjectHash, limit).map(requireEntry),
    async *entries() {
      let last = 0;
      for (;;) {
        const rows = statements.entriesAfter.all(last, BATCH);
        yield* rows.map(requireEntry);
        if (rows.length < BATCH) return;
        last = rows.at(-1)!.sequence;
        await nextTurn();
      }
    },
    verify: (claims) => healthOfChain(statements, claims, keepNode, () => nextTurn()),
    treeHead: async () => writer.treeHead(),
    treeRoot: async (size) => (holds(size) ? nullIfUnwritable(() => tree.root(size)) : null),
    inclusion: async (sequence, size) => (sequence > 0 && sequence <= size && holds(size) ? tree.inclusion(sequence, size) : null),
    async keepCheckpoint(size, note) {
      write(() => statements.keepCheckpoint.run(size, note));
    },
    async checkpoints(limit) {
      return statements.checkpoints.all(limit).map(({ note }) => note);
    },
    health: () => health,
    async waitingMarks(limit) {
      return statements.waitingMarks.all(limit).flatMap((row) => readMarkRow(row) ?? []);
    },
    async noteAttempt(sequence) {
      write(() => statements.noteAttempt.run(sequence));
    },
    async settleMark(sequence, state) {
      write(() =>
        state.state === 'delivered'
          ? statements.deliver.run(state.receiptId, state.at, sequence)
          : statements.refuse.run(state.code, state.at, sequence),
      );
    },
    async counts() {
      return statements.counts.get()!;
    },
    async close() {
      database.close();
    },
  };
}

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

function listEntries(database: Database, query: JournalQuery): JournalPage {
  const { where, parameters } = journalFilter(query);
  const total = database.prepare<unknown[], { total: number }>(`SELECT count(*) AS total FROM ${ENTRY_TABLES} WHERE ${where}`);
  const page = database.prepare<unknown[], EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE ${where} AND e.sequence < ? ORDER BY e.sequence DESC LIMIT ?`,
  );
  const rows = page.all(...parameters, query.before ?? Number.MAX_SAFE_INTEGER, query.limit);
  return {
    // A row somebody edited into nonsense is reported by `verify`; it does not take the rest of the page with it.
    entries: rows.map(readEntryRow).filter((entry) => entry !== null),
    nextBefore: rows.length === query.limit ? rows.at(-1)!.sequence : null,
    total: total.get(...parameters)!.total,
  };
}

/** @throws {Error} an export or a citizen's history must not silently leave an entry out. */
function requireEntry(row: EntryRow): JournalEntry {
  const entry = readEntryRow(row);
  if (!entry) throw new Error(`journal entry ${row.sequence} is unreadable`);
  return entry;
}

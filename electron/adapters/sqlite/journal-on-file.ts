/** The journal on its opened file: everything a store does but for exchanging that file. */
import { dirname, join } from 'node:path';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ColumnSeal } from '../../ports/journal/column-seal.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal/journal-store.ts';
import { workstationName } from '../workstation-name.ts';
import { entryCopies } from './entry-copies.ts';
import { prepareJournalStatements } from './journal-statements.ts';
import { carryMarks } from './marks/carry-marks.ts';
import { entryMarks } from './marks/entry-marks.ts';
import { faultOfMarks } from './marks/settlement.ts';
import type { OpenedDatabase } from './open-journal-database.ts';
import { journalReader } from './query/journal-reader.ts';
import { longQuestions } from './query/long-questions.ts';
import { questionsBeside } from './query/questions-beside.ts';
import { restartedEntry } from './restarted-entry.ts';
import { spaceOf } from './space.ts';
import { writing } from './sqlite-failure.ts';
import { storedTree } from './stored-tree.ts';
import { integrityBeside } from './verify/journal-thread.ts';
import { healthOfChain, healthOfTail } from './verify/verify-journal.ts';
import { type Beginning, entryWriter } from './write/entry-writer.ts';
import { forgetEntries } from './write/forget-entries.ts';
import { groupCommit } from './write/group-commit.ts';
import { journalUpkeep } from './write/upkeep.ts';

export interface JournalFile {
  file: string;
  clock: Clock;
  /** Of the sensitive columns; null where another shell keeps its key: what is sealed stays unread, and nothing is written. */
  seal: ColumnSeal | null;
}

type UsableDatabase = Exclude<OpenedDatabase, { state: 'unavailable' }>;

export type FileStore = Omit<JournalStore, 'setAside' | 'replaceWith'>;

export function journalOnFile(opened: UsableDatabase, { file, clock, seal }: JournalFile): FileStore {
  const { database } = opened;
  const statements = prepareJournalStatements(database);
  /** What can be worked out again need not be kept: not where nothing can be written, and not at the cost of an entry. */
  const keepNode = (level: number, position: number, hash: Uint8Array): void => {
    if (database.inTransaction) return;
    nullIfUnwritable(() => write(() => statements.keepNode.run(level, position, hash)));
  };
  /** For questions that may be asked of an altered journal, which must stay as it was found. */
  const tree = storedTree(database, statements, () => {});
  const writer = entryWriter(database, statements, storedTree(database, statements, keepNode), seal, beginningOf(opened, { file, clock, seal }));
  const upkeep = journalUpkeep(database);
  // Entries and marks are safe without it: what a full disk keeps from it now is done after a later entry.
  const keepUp = (): boolean => nullIfUnwritable(() => write(upkeep.step)) ?? false;
  const group = groupCommit((waiting) => write(() => writer.append(waiting)), keepUp);
  const verified = { database, statements, tree, file, seal };
  const entries = (): number => statements.head.get()?.sequence ?? 0;
  const questions = questionsBeside(file, longQuestions(database), entries);

  function write<Value>(work: () => Value): Value {
    if (opened.state === 'unwritable') throw new JournalUnwritable(opened.reason, { cause: opened.cause });
    return writing(work);
  }

  const holds = (size: number): boolean => size > 0 && size <= entries();

  const health = healthAtOpen(opened, () => {
    if (opened.state === 'restarted') write(writer.begin);
    return healthOfTail(verified);
  });

  return {
    ...journalReader(database, statements, tree, seal, questions),
    ...entryCopies(database, write),
    ...entryMarks(database, statements, seal, write),
    append: (entry, mark) => group.append({ entry, mark }),
    verify: (claims) => healthOfChain(verified, claims, keepNode),
    integrity: async () => (await integrityBeside(file)) ?? (seal === null ? null : faultOfMarks(database, seal)),
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
      group.end();
      await questions.end();
      database.close();
    },
  };
}

/** Null where nothing goes before: the file continues itself. */
function beginningOf(opened: UsableDatabase, { file, clock, seal }: JournalFile): Beginning | null {
  if (opened.state !== 'restarted') return null;
  const directory = dirname(file);
  const name = workstationName(directory);
  return () => restartedEntry(opened, name, clock, carryMarks(opened.database, join(directory, opened.quarantinedAs), seal));
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

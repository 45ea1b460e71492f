/** Stands in where no journal file could be opened at all: it is empty and refuses every write with the reason. */
import type { JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal-store.ts';

export function unavailableJournalStore(reason: JournalUnwritable['reason'], cause: unknown): JournalStore {
  const health: JournalHealth = { state: 'unwritable', reason };
  const refuse = async () => {
    throw new JournalUnwritable(reason, { cause });
  };
  return {
    append: refuse,
    list: async () => ({ entries: [], nextBefore: null, total: 0 }),
    ofSubject: async () => [],
    entries: async function* () {},
    verify: async () => health,
    health: () => health,
    treeHead: refuse,
    treeRoot: async () => null,
    inclusion: async () => null,
    keepCheckpoint: refuse,
    checkpoints: async () => [],
    waitingMarks: async () => [],
    noteAttempt: refuse,
    settleMark: refuse,
    counts: async () => ({ waiting: 0, oldest: null, refused: 0 }),
    close: async () => undefined,
  };
}

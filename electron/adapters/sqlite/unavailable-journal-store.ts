/** Stands in where no journal file could be opened at all: it is empty and refuses every write with the reason. */
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal/journal-store.ts';

export function unavailableJournalStore(reason: JournalUnwritable['reason'], cause: unknown): Omit<JournalStore, 'setAside' | 'replaceWith'> {
  const health: JournalHealth = { state: 'unwritable', reason };
  const refuse = async () => {
    throw new JournalUnwritable(reason, { cause });
  };
  return {
    append: refuse,
    list: async () => ({ entries: [], nextBefore: null, total: 0 }),
    report: async (query) => ({ query, rows: [] }),
    ofSubject: async () => [],
    records: async function* () {},
    sequenceAt: async () => 1,
    verify: async () => health,
    integrity: async () => ({ firstBadSequence: 1, reason: 'unreadable' }),
    health: () => health,
    treeHead: refuse,
    treeRoot: async () => null,
    inclusion: async () => null,
    consistency: async () => null,
    peaks: async () => [],
    keepCheckpoint: refuse,
    checkpoints: async () => [],
    keepCosigned: refuse,
    cosigned: async () => null,
    forgotten: async () => 0,
    forget: refuse,
    copyTo: refuse,
    space: async () => ({ used: 0, free: 0 }),
    waitingMarks: async () => [],
    noteAttempts: refuse,
    settleMarks: refuse,
    counts: async () => ({ waiting: 0, oldest: null, refused: 0 }),
    copies: async () => [],
    copied: async () => ({ through: 0, receipt: null, waiting: 0, oldest: null }),
    keepCopied: refuse,
    undelivered: async () => ({ entries: 0, oldest: null }),
    close: async () => undefined,
  };
}

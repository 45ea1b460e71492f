/** Every entry of a store, oldest first, for tests that look at all of them. */
import type { JournalStore } from '../../electron/ports/journal/journal-store.ts';
import type { JournalEntry } from '../../shared/domain/journal/journal-entry.ts';

export const allEntries = (store: JournalStore): Promise<JournalEntry[]> =>
  Array.fromAsync(store.records(1, Number.MAX_SAFE_INTEGER), ({ entry }) => entry);

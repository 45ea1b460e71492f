/** The latest time seen, kept as long as the test runs. */
import type { SeenTimeStore } from '../../../electron/ports/trust/seen-time-store.ts';

export function inMemorySeenTimes(): SeenTimeStore {
  let latest: Date | null = null;
  return {
    read: async () => latest,
    async keep(seen) {
      if (latest === null || seen > latest) latest = seen;
    },
  };
}

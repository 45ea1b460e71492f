/** Knows when the person is wanted, for a signature or by a silent alarm, by listening to what the core tells the page; a shell then brings its window in front. */
import type { CorePublisher } from '../../shared/ipc/contract.ts';

export interface WantedAttention {
  /** To be handed to the core in place of the one it listens to. */
  publisher: CorePublisher;
  /** The answer stops it. */
  onWanted(listener: () => void): () => void;
}

export function watchAttention(publisher: CorePublisher): WantedAttention {
  const listeners = new Set<() => void>();
  let pending = false;
  let lastAlarm: string | undefined;
  const want = (): void => listeners.forEach((listener) => listener());
  return {
    publisher: {
      ...publisher,
      signing: {
        ...publisher.signing,
        changed(state) {
          const wanted = state.pending && !pending;
          ({ pending } = state);
          publisher.signing.changed(state);
          if (wanted) want();
        },
      },
      calls: {
        ...publisher.calls,
        deskChanged(view) {
          const newest = view.duty === 'watch' ? view.alarms[0]?.at : undefined;
          const wanted = newest !== undefined && newest !== lastAlarm;
          lastAlarm = newest ?? lastAlarm;
          publisher.calls.deskChanged(view);
          if (wanted) want();
        },
      },
    },
    onWanted: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Knows when a request for a signature wants the person, by listening to what the core tells the page; a shell then brings its window in front. */
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
  return {
    publisher: {
      ...publisher,
      signing: {
        ...publisher.signing,
        changed(state) {
          const wanted = state.pending && !pending;
          ({ pending } = state);
          publisher.signing.changed(state);
          if (wanted) for (const listener of listeners) listener();
        },
      },
    },
    onWanted: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Holds back what leaves the desk by itself, copies and checkpoints, while its window opens: nobody waits for those, but somebody for the window. */
import type { EntryCollector } from '../ports/entry-collector.ts';
import type { Witness } from '../ports/witness.ts';

/** A window that does not come must not keep the journal at home. */
const LONGEST_MS = 10_000;

export interface Deliveries {
  witness: Witness | null;
  entryCollector: EntryCollector | null;
}

export interface HeldDeliveries extends Deliveries {
  /** From here on everything goes at once. */
  letGo(): void;
}

export function holdDeliveries({ witness, entryCollector }: Deliveries): HeldDeliveries {
  const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
  setTimeout(letGo, LONGEST_MS).unref();
  return {
    witness: witness && { ...witness, cosign: async (request) => released.then(() => witness.cosign(request)) },
    entryCollector: entryCollector && {
      ...entryCollector,
      wanted: async (log) => released.then(() => entryCollector.wanted(log)),
      copy: async (log, entries) => released.then(() => entryCollector.copy(log, entries)),
    },
    letGo,
  };
}

/** Holds back what leaves the desk by itself, copies and checkpoints, while its window opens: nobody waits for those, but somebody for the window. */
import type { EntryCollector } from '../ports/journal/entry-collector.ts';
import type { Witness } from '../ports/journal/witness.ts';

export interface Deliveries {
  witness: Witness | null;
  entryCollector: EntryCollector | null;
}

/** @param windowShown from then on everything goes at once */
export const holdDeliveries = ({ witness, entryCollector }: Deliveries, windowShown: Promise<void>): Deliveries => ({
  witness: witness && { ...witness, cosign: async (request) => windowShown.then(() => witness.cosign(request)) },
  entryCollector: entryCollector && {
    ...entryCollector,
    wanted: async (log) => windowShown.then(() => entryCollector.wanted(log)),
    copy: async (log, entries) => windowShown.then(() => entryCollector.copy(log, entries)),
  },
});

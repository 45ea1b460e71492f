/** Puts delivery together for one desk: copies behind the marks, and the stop where too much of either waits. */
import type { AppPorts } from '../app-ports.ts';
import type { Journal } from '../journal/index.ts';
import { type Copying, createCopying } from './create-copying.ts';
import { createFreeze, type Freeze } from './create-freeze.ts';

export interface Delivery {
  /** Null where no collector is connected. */
  copying: Copying | null;
  freeze: Freeze;
  /** An entry was written. */
  noteEntry(): void;
  /** Marks, then copies; pauses or not. */
  deliverNow(): Promise<void>;
  start(): void;
  /** Ends when a delivery in flight has ended. */
  stop(): Promise<void>;
}

type DeliveryPorts = Pick<AppPorts, 'journalStore' | 'journalSeal' | 'entryCollector' | 'clock' | 'timers' | 'logger' | 'policy'>;

export function createDelivery(ports: DeliveryPorts, journal: Pick<Journal, 'list' | 'record' | 'outboxState' | 'deliverNow' | 'health'>, onChange: () => void): Delivery {
  const { journalStore: store, journalSeal: seal, entryCollector: collector } = ports;
  const pauses = () => ({ firstMs: ports.policy().numbers.markRetryMs, longestMs: ports.policy().numbers.markRetryMaxMs });

  async function marksDelivered(): Promise<void> {
    const { waiting, serviceAwaySince } = await journal.outboxState();
    // Cabinets that are away do not hold up the copies: those go to another place.
    if (waiting > 0 && serviceAwaySince === null) await journal.deliverNow();
  }

  const copying = collector === null ? null : createCopying({ ...ports, store, seal, collector, pauses, random: Math.random, isSound: () => journal.health().state !== 'broken', marksDelivered, onChange });
  const freeze = createFreeze({ ...ports, journal, undelivered: () => store.undelivered(collector === null ? null : seal.signer.name) });
  return {
    copying,
    freeze,
    noteEntry: () => copying?.wake(),
    async deliverNow() {
      await journal.deliverNow();
      await copying?.copyNow();
    },
    start: () => copying?.start(),
    stop: async () => copying?.stop(),
  };
}

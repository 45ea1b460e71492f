/** Carries a copy of every entry to the collector, in order and in batches, after the marks and never in their way. */
import type { CopyState } from '../../../shared/domain/desk/desk-mode.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CopiedLog, CopyRefusal, EntryCollector } from '../../ports/journal/entry-collector.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import { verifierKeyText } from '../journal/index.ts';
import type { JournalSeal } from '../journal/index.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { createDeliveryLoop, type Passed } from '../delivery-loop.ts';
import type { RetryPauses } from '../retry-delay.ts';

/** Some hundred kilobytes in one message of a slow line. */
const BATCH = 256;
/** Entries of one check come close together, and are sent and noted together. */
const GATHER_MS = 250;
/** In the place of a receipt, where the collector took one back. */
const WANTED_AGAIN = 'wanted-again';

export interface CopyingOptions {
  store: Pick<JournalStore, 'copies' | 'copied' | 'keepCopied' | 'forgotten' | 'peaks'>;
  seal: Pick<JournalSeal, 'signer'>;
  collector: EntryCollector;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  pauses(): RetryPauses;
  random(): number;
  /** An altered journal stays as it was found: nothing is sent of it, and no receipt written into it. */
  isSound(): boolean;
  /** Resolves when no mark waits that could be delivered now. */
  marksDelivered(): Promise<void>;
  /** What `state` answers may be another than before. */
  onChange(): void;
}

export interface Copying {
  /** An entry was written. */
  wake(): void;
  copyNow(): Promise<void>;
  state(): Promise<CopyState>;
  start(): void;
  stop(): Promise<void>;
}

export function createCopying(options: CopyingOptions): Copying {
  const { store, seal, collector, clock, logger } = options;
  let awaySince: string | null = null;
  let refused: CopyState['refused'] = null;

  async function pass(stopping: () => boolean): Promise<Passed> {
    for (;;) {
      if (!options.isSound()) return 'done';
      await options.marksDelivered();
      if (stopping()) return 'done';
      const log = seal.signer.name;
      const through = await reached(log);
      const from = Math.max(through, await store.forgotten());
      const entries = await store.copies(from, BATCH);
      if (entries.length === 0) return 'done';
      const answer = await collector.copy(await describe(log), entries);
      if (!answer.ok) return failed(answer.failure);
      awaySince = null;
      refused = null;
      await store.keepCopied(log, answer.value.through, { id: answer.value.id, at: clock.now().toISOString() });
      options.onChange();
      // A collector that lost entries asks for them again; one that goes on asking for the same is left alone for a while.
      if (answer.value.through <= from) return 'later';
    }
  }

  /** How far the collector has them; where it lost what it had acknowledged, only as far as it still has. */
  async function reached(log: string): Promise<number> {
    const { through } = await store.copied(log);
    const wanted = await collector.wanted(log);
    if (wanted === null || wanted > through) return through;
    logger.note('entries-wanted-again', { from: wanted });
    await store.keepCopied(log, wanted - 1, { id: WANTED_AGAIN, at: clock.now().toISOString() });
    return wanted - 1;
  }

  async function describe(name: string): Promise<CopiedLog> {
    const size = await store.forgotten();
    return { name, verifierKey: verifierKeyText(seal.signer), start: { size, peaks: (await store.peaks(size)).map(bytesToHex) } };
  }

  function failed(failure: CopyRefusal): Passed {
    logger.note('entries-not-copied', { code: failure.code });
    if (failure.code === 'contradicted' || failure.code === 'unknown-key') refused = failure.code;
    else awaySince ??= clock.now().toISOString();
    options.onChange();
    return 'later';
  }

  const loop = createDeliveryLoop({ ...options, pass, gatherMs: GATHER_MS, onFault: (error) => logger.fault('journal-copies', error) });
  collector.onWanted(loop.wake);
  return {
    wake: loop.wake,
    copyNow: loop.runNow,
    async state() {
      const { through, receipt, waiting, oldest } = await store.copied(seal.signer.name);
      return { waiting, oldest, through, receipt, collectorAwaySince: awaySince, refused };
    },
    start: loop.start,
    stop: loop.stop,
  };
}

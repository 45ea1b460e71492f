/** Carries the view marks to the cabinets: at once where the service answers, later where it does not, each exactly once. */
import type { MarkState } from '../../../shared/domain/check-outcome.ts';
import type { OutboxState } from '../../../shared/domain/journal-entry.ts';
import type { CabinetLog } from '../../ports/cabinet-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalStore, WaitingMark } from '../../ports/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import { createDeliveryLoop, type Passed } from '../delivery-loop.ts';
import type { RetryPauses } from '../retry-delay.ts';

const BATCH = 50;

export interface OutboxOptions {
  store: JournalStore;
  cabinets: CabinetLog;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  pauses(): RetryPauses;
  random: () => number;
  onSettled(sequence: number, mark: MarkState): void;
}

export interface Outbox {
  /** Something may be waiting: deliver, unless a pause after a failure is running. */
  wake(): void;
  /** Delivers now, pause or not; joins a delivery that is already running. Never rejects for a failing service. */
  deliverNow(): Promise<void>;
  state(): Promise<OutboxState>;
  start(): void;
  /** Ends when a delivery in flight has ended. */
  stop(): Promise<void>;
}

type Attempt = 'settled' | 'failed' | 'away';

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, cabinets, clock, logger } = options;
  let awaySince: string | null = null;

  /** An unknown outcome (a lost answer) is repeated with the same idempotency key, so it cannot leave a second mark. */
  async function attempt({ sequence, mark }: WaitingMark): Promise<Attempt> {
    await store.noteAttempt(sequence);
    const answer = await cabinets.leaveMark(mark);
    if (answer.ok) {
      await settle(sequence, { state: 'delivered', receiptId: answer.value.receiptId, at: answer.value.at });
      return 'settled';
    }
    if (answer.failure.code === 'mark-refused') {
      await settle(sequence, { state: 'refused', code: answer.failure.code, at: clock.now().toISOString() });
      return 'settled';
    }
    logger.note('mark-not-delivered', { sequence, code: answer.failure.code });
    return answer.failure.code === 'service-unreachable' || answer.failure.code === 'service-timeout' ? 'away' : 'failed';
  }

  async function settle(sequence: number, state: Extract<MarkState, { state: 'delivered' | 'refused' }>) {
    await store.settleMark(sequence, state);
    options.onSettled(sequence, state);
  }

  /** Oldest first; one mark the service chokes on does not hold up the others, an absent service ends the pass. */
  async function pass(stopping: () => boolean): Promise<Passed> {
    const tried = new Set<number>();
    let settled = 0;
    let failed = 0;
    for (;;) {
      const waiting = await store.waitingMarks(tried.size + BATCH);
      const next = waiting.filter((mark) => !tried.has(mark.sequence));
      if (next.length === 0) break;
      for (const mark of next) {
        if (stopping()) return 'done';
        tried.add(mark.sequence);
        const outcome = await attempt(mark);
        if (outcome === 'settled') settled += 1;
        else failed += 1;
        if (outcome === 'away') return away();
      }
    }
    if (failed > 0 && settled === 0) return away();
    awaySince = null;
    return failed > 0 ? 'later' : 'done';
  }

  function away(): Passed {
    awaySince ??= clock.now().toISOString();
    return 'later';
  }

  // A fault is the disk's, not the service's: the mark stays waiting and the store reports its own health.
  const loop = createDeliveryLoop({ ...options, pass, onFault: (error) => logger.fault('journal-outbox', error) });
  return {
    wake: loop.wake,
    deliverNow: loop.runNow,
    async state() {
      return { ...(await store.counts()), serviceAwaySince: awaySince };
    },
    start: loop.start,
    stop: loop.stop,
  };
}

/** Carries the view marks to the cabinets in batches: at once where the service answers, later where it does not, each exactly once. */
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import type { OutboxState } from '../../../shared/domain/journal/journal-entry.ts';
import { type CabinetLog, type MarkAnswer, MOST_MARKS } from '../../ports/checking/cabinet-log.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JournalStore, SettledMark, WaitingMark } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import { createDeliveryLoop, type Passed } from '../delivery-loop.ts';
import type { RetryPauses } from '../retry-delay.ts';

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

/** Failures no mark is to blame for: asking about fewer at a time would only ask more often. */
const OF_ALL_MARKS: ReadonlySet<string> = new Set(['service-unreachable', 'service-timeout', 'service-refused-us']);

/** What became of a batch: how many of it are settled, and whether it is of use to go on. */
interface Attempted {
  settled: number;
  away: boolean;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, cabinets, clock, logger } = options;
  let awaySince: string | null = null;

  /** An unknown outcome (a lost answer) is repeated with the same idempotency keys, so it cannot leave a second mark. */
  async function attempt(batch: readonly WaitingMark[]): Promise<Attempted> {
    await store.noteAttempts(batch.map(({ sequence }) => sequence));
    const answered = await cabinets.leaveMarks(batch.map(({ mark }) => mark));
    if (answered.ok) return settle(batch.map(({ sequence }, index) => settledBy(sequence, answered.value[index]!)));
    const { code } = answered.failure;
    logger.note('marks-not-delivered', { from: batch[0]!.sequence, count: batch.length, code });
    if (OF_ALL_MARKS.has(code)) return { settled: 0, away: true };
    if (batch.length > 1) return attemptHalves(batch);
    return code === 'mark-refused' ? settle([settledBy(batch[0]!.sequence, { ok: false, failure: answered.failure })]) : { settled: 0, away: false };
  }

  /** The one mark the service chokes on is found, and holds up no other. */
  async function attemptHalves(batch: readonly WaitingMark[]): Promise<Attempted> {
    const middle = Math.ceil(batch.length / 2);
    const first = await attempt(batch.slice(0, middle));
    if (first.away) return first;
    const second = await attempt(batch.slice(middle));
    return { settled: first.settled + second.settled, away: second.away };
  }

  function settledBy(sequence: number, answer: MarkAnswer): SettledMark {
    if (answer.ok) return { sequence, state: { state: 'delivered', ...answer.value } };
    return { sequence, state: { state: 'refused', code: answer.failure.code, at: clock.now().toISOString() } };
  }

  async function settle(settled: readonly SettledMark[]): Promise<Attempted> {
    await store.settleMarks(settled);
    for (const { sequence, state } of settled) options.onSettled(sequence, state);
    return { settled: settled.length, away: false };
  }

  /** Oldest first; an absent service ends the pass. */
  async function pass(stopping: () => boolean): Promise<Passed> {
    const tried = new Set<number>();
    let settled = 0;
    while (!stopping()) {
      const failed = tried.size - settled;
      const waiting = await store.waitingMarks(failed + MOST_MARKS);
      const next = waiting.filter(({ sequence }) => !tried.has(sequence)).slice(0, MOST_MARKS);
      if (next.length === 0) {
        if (failed > 0 && settled === 0) return away();
        awaySince = null;
        return failed > 0 ? 'later' : 'done';
      }
      for (const { sequence } of next) tried.add(sequence);
      const attempted = await attempt(next);
      settled += attempted.settled;
      if (attempted.away) return away();
    }
    return 'done';
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

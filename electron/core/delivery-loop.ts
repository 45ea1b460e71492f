/** Runs a delivery when something waits, again and again with growing pauses while it fails, and never twice at once. */
import type { Timers } from '../ports/timers.ts';
import { retryDelayMs, type RetryPauses } from './retry-delay.ts';

/** `later`: something could not be delivered now. */
export type Passed = 'done' | 'later';

export interface DeliveryLoopOptions {
  /** Delivers what waits; asked to stop, it ends with the delivery in flight. */
  pass(stopping: () => boolean): Promise<Passed>;
  timers: Timers;
  pauses(): RetryPauses;
  /** In [0, 1); spreads repeated deliveries. */
  random(): number;
  /** An end of `pass` that is none of the service's: what waits goes on waiting. */
  onFault(error: unknown): void;
  /** So long after a call more is gathered before it is delivered together, in milliseconds; 0 delivers at once. */
  gatherMs?: number;
}

export interface DeliveryLoop {
  /** Something may be waiting: deliver, unless a pause after a failure is running. */
  wake(): void;
  /** Delivers now, pause or not; joins a delivery that is already running. Never rejects. */
  runNow(): Promise<void>;
  start(): void;
  /** Ends when a delivery in flight has ended. */
  stop(): Promise<void>;
}

export function createDeliveryLoop({ pass, timers, pauses, random, onFault, gatherMs = 0 }: DeliveryLoopOptions): DeliveryLoop {
  /** `idle` delivers only when told to, `stopping` ends with the delivery in flight. */
  let phase: 'idle' | 'started' | 'stopping' = 'idle';
  let running: Promise<void> | null = null;
  let wokenWhileRunning = false;
  let cancelPause: (() => void) | null = null;
  let failures = 0;

  function run(): Promise<void> {
    cancelPause?.();
    cancelPause = null;
    wokenWhileRunning = false;
    running = pass(() => phase === 'stopping')
      .catch((error: unknown): Passed => {
        onFault(error);
        return 'later';
      })
      .then((passed) => {
        running = null;
        failures = passed === 'later' ? failures + 1 : 0;
        if (failures > 0) pauseFor(retryDelayMs(pauses(), failures, random()));
        else if (wokenWhileRunning) wake();
      });
    return running;
  }

  function pauseFor(ms: number): void {
    if (phase !== 'started') return;
    cancelPause = timers.after(ms, () => {
      cancelPause = null;
      void run();
    });
  }

  function wake(): void {
    if (running) wokenWhileRunning = true;
    else if (phase !== 'started' || cancelPause) return;
    else if (gatherMs > 0) pauseFor(gatherMs);
    else void run();
  }

  return {
    wake,
    runNow: () => running ?? run(),
    start() {
      phase = 'started';
      wake();
    },
    async stop() {
      phase = 'stopping';
      cancelPause?.();
      cancelPause = null;
      await running;
      phase = 'idle';
    },
  };
}

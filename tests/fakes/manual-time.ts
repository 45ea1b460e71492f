/** Time moved by hand: a clock and timers that only go on when the test says so. */
import type { Clock } from '../../electron/ports/clock.ts';
import type { Timers } from '../../electron/ports/timers.ts';

export interface ManualTime {
  clock: Clock;
  timers: Timers;
  /** Runs every timer that falls due on the way, in order. */
  advance(ms: number): void;
  /** Milliseconds until the next timer, or null where none waits. */
  nextTimerIn(): number | null;
}

export function manualTime(start = '2026-11-22T05:00:00.000Z'): ManualTime {
  const begin = Date.parse(start);
  let elapsed = 0;
  const waiting = new Set<{ due: number; run: () => void }>();
  const next = () => [...waiting].toSorted((a, b) => a.due - b.due)[0];
  return {
    clock: { now: () => new Date(begin + elapsed), monotonicMs: () => elapsed },
    timers: {
      after(ms, run) {
        const timer = { due: elapsed + ms, run };
        waiting.add(timer);
        return () => void waiting.delete(timer);
      },
    },
    advance(ms) {
      const end = elapsed + ms;
      for (let timer = next(); timer && timer.due <= end; timer = next()) {
        waiting.delete(timer);
        elapsed = timer.due;
        timer.run();
      }
      elapsed = end;
    },
    nextTimerIn() {
      const timer = next();
      return timer ? timer.due - elapsed : null;
    },
  };
}

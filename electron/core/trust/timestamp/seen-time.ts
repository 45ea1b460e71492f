/** The latest time that verified evidence has shown: a clock behind it has been set back, and nothing can be judged by it. */
import { CLOCK_SKEW_MS } from '../limits.ts';

export interface SeenTime {
  /** Only of evidence that was believed: what is dated ahead of our clock is not, so that no single service can push this forward. */
  saw(time: Date): void;
  /** What was seen, where `now` is behind it by more than honest clocks differ; else null. */
  aheadOf(now: Date): Date | null;
}

export function createSeenTime(): SeenTime {
  let latest = Number.NEGATIVE_INFINITY;
  return {
    saw(time) {
      latest = Math.max(latest, time.getTime());
    },
    aheadOf: (now) => (latest > now.getTime() + CLOCK_SKEW_MS ? new Date(latest) : null),
  };
}

/** The latest time that verified evidence has shown: a clock behind it has been set back, and nothing can be judged by it. */
import type { SeenTimeStore } from '../../../ports/trust/seen-time-store.ts';
import { CLOCK_SKEW_MS } from '../limits.ts';

export interface SeenTime {
  /** Only of evidence that was believed: what is dated ahead of our clock is not, so that no single service can push this forward. */
  saw(time: Date): void;
  /** What was seen, where `now` is behind it by more than honest clocks differ; else null. */
  aheadOf(now: Date): Promise<Date | null>;
}

/** @param store what outlives this process; without one only what this process saw counts */
export function createSeenTime(store: SeenTimeStore | null): SeenTime {
  let latest = Number.NEGATIVE_INFINITY;
  let kept = Number.NEGATIVE_INFINITY;
  // A disk that fails costs the guard its memory and not the check its answer.
  const loaded = store?.read().then(
    (time) => {
      if (time === null) return;
      kept = time.getTime();
      latest = Math.max(latest, kept);
    },
    () => undefined,
  );
  return {
    saw(time) {
      latest = Math.max(latest, time.getTime());
      // Every fresh answer is a little later than the last: what honest clocks differ by is not worth a write.
      if (store === null || latest <= kept + CLOCK_SKEW_MS) return;
      kept = latest;
      store.keep(new Date(latest)).catch(() => undefined);
    },
    async aheadOf(now) {
      await loaded;
      return latest > now.getTime() + CLOCK_SKEW_MS ? new Date(latest) : null;
    },
  };
}

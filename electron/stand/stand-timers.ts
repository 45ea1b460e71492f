/** What the stand's offices do later, which ends with the stand: afterwards the folder it would be written to may be gone. */

export interface StandTimers {
  every(ms: number, run: () => void): void;
  after(ms: number, run: () => void): void;
  /** Nothing runs any more, nor what is asked for from now on. */
  stop(): void;
}

export function createStandTimers(): StandTimers {
  const waiting = new Set<NodeJS.Timeout>();
  let stopped = false;
  return {
    every(ms, run) {
      if (!stopped) waiting.add(setInterval(run, ms).unref());
    },
    after(ms, run) {
      if (stopped) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run();
      }, ms).unref();
      waiting.add(timer);
    },
    stop() {
      stopped = true;
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}

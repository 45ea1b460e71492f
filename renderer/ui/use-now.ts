/** The time of the workstation, ticking while something on screen counts. */
import { useCallback, useSyncExternalStore } from 'react';

/** Answers Unix milliseconds rounded down to the tick; `everyMs` null stops the ticking. */
export function useNow(everyMs: number | null): number {
  const subscribe = useCallback(
    (onTick: () => void) => {
      if (everyMs === null) return () => undefined;
      const timer = setInterval(onTick, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  return useSyncExternalStore(subscribe, () => (everyMs === null ? 0 : Math.floor(Date.now() / everyMs) * everyMs));
}

/** Tells the core that somebody works here, at most every few seconds: the core keeps the time until the lock. */
import { useEffect } from 'react';
import { useHost } from '../host/index.ts';

const AT_MOST_EVERY_MS = 5_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function useActivity(watch: boolean): void {
  const host = useHost();
  useEffect(() => {
    if (!watch) return undefined;
    let told = 0;
    const tell = () => {
      if (Date.now() - told < AT_MOST_EVERY_MS) return;
      told = Date.now();
      void host.operator.noteActivity(null);
    };
    const options = { capture: true, passive: true };
    for (const sign of SIGNS) window.addEventListener(sign, tell, options);
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, options);
    };
  }, [host, watch]);
}

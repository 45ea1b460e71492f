/** A call that a reload interrupted: this tab remembers it for as long as the service waits. */
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';

const nameOf = (applicationId: string): string => `call ${applicationId}`;

interface Interruption {
  /** Milliseconds since the epoch. */
  until: number;
  preflight: Preflight;
}

/** What was checked before the call; null where none was interrupted just now. */
export function interruptedCall(applicationId: string): Preflight | null {
  const kept = sessionStorage.getItem(nameOf(applicationId));
  sessionStorage.removeItem(nameOf(applicationId));
  if (kept === null) return null;
  const { until, preflight } = JSON.parse(kept) as Interruption;
  return Date.now() < until ? preflight : null;
}

/**
 * Written when the page goes away from now on.
 * @param resumeMs so long the service waits
 * @returns to be called when the call is over: a reload from then on is no interruption
 */
export function rememberInterruption(applicationId: string, preflight: Preflight, resumeMs: number): () => void {
  const over = new AbortController();
  const remember = (): void => sessionStorage.setItem(nameOf(applicationId), JSON.stringify({ until: Date.now() + resumeMs, preflight } satisfies Interruption));
  addEventListener('pagehide', remember, { signal: over.signal });
  return () => over.abort();
}

/** A call that a reload interrupted: this tab remembers it for as long as the service waits. */
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';

/** The service waits for either side as long. */
const WAITED_FOR_MS = 30_000;
const nameOf = (applicationId: string): string => `call ${applicationId}`;

/** What was checked before the call; null where none was interrupted just now. */
export function interruptedCall(applicationId: string): Preflight | null {
  const kept = sessionStorage.getItem(nameOf(applicationId));
  sessionStorage.removeItem(nameOf(applicationId));
  if (kept === null) return null;
  const { at, preflight } = JSON.parse(kept) as { at: number; preflight: Preflight };
  return Date.now() - at < WAITED_FOR_MS ? preflight : null;
}

/** Written when the page goes away; the answer stops listening for that. */
export function rememberInterruption(applicationId: string, preflight: Preflight): () => void {
  const leaving = new AbortController();
  ongoing.set(applicationId, leaving);
  addEventListener('pagehide', () => sessionStorage.setItem(nameOf(applicationId), JSON.stringify({ at: Date.now(), preflight })), { signal: leaving.signal });
  return () => leaving.abort();
}

const ongoing = new Map<string, AbortController>();

/** The call is over: a reload from now on is no interruption. */
export function forgetInterruption(applicationId: string): void {
  ongoing.get(applicationId)?.abort();
  ongoing.delete(applicationId);
}

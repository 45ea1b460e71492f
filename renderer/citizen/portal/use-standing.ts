/** Follows one application: each question waits at the service until there is something new, so that nobody presses «Обновить». */
import { useEffect, useState } from 'react';
import { askOwn, type PortalSession } from './portal-client.ts';
import type { Standing } from './standing.ts';

export type Followed =
  | { state: 'loading' }
  | { state: 'standing'; standing: Standing; /** Difference of the clocks, service minus page. */ clockOffsetMs: number; away: boolean }
  /** The token opens nothing: the application is unknown, or was continued elsewhere. */
  | { state: 'lost' };

const RETRY_MS = 2_000;

/** @param session null follows nothing. */
export function useStanding(session: PortalSession | null): Followed {
  const [followed, setFollowed] = useState<Followed>({ state: 'loading' });
  useEffect(() => {
    if (session === null) return;
    setFollowed({ state: 'loading' });
    const leaving = new AbortController();
    void follow(session, leaving.signal, setFollowed);
    return () => leaving.abort();
  }, [session]);
  return followed;
}

type Change = (followed: Followed | ((before: Followed) => Followed)) => void;

async function follow(session: PortalSession, signal: AbortSignal, change: Change): Promise<void> {
  let after = -1;
  while (!signal.aborted) {
    const answer = await askOwn<Standing>(session, `stage?after=${after}`, { method: 'GET', signal });
    if (signal.aborted) return;
    if (answer.ok) {
      const standing = answer.value;
      after = standing.shown?.step ?? 0;
      change({ state: 'standing', standing, clockOffsetMs: Date.parse(standing.now) - Date.now(), away: false });
    } else if (answer.failure.code === 'APPLICATION_UNKNOWN') {
      change({ state: 'lost' });
      return;
    } else {
      change((before) => (before.state === 'standing' ? { ...before, away: true } : before));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Follows one application: each question waits at the service until there is something new, so that nobody presses «Обновить». */
import { useEffect, useState } from 'react';
import { askOwn, type PortalSession } from './portal-client.ts';
import type { Standing } from './standing.ts';

export type Followed =
  | { state: 'loading' }
  | { state: 'standing'; standing: Standing; /** Difference of the clocks, service minus page. */ clockOffsetMs: number; away: boolean }
  /** The token opens nothing: the application is unknown, or was continued elsewhere. */
  | { state: 'lost' };

const LOADING: Followed = { state: 'loading' };
const RETRY_MS = 2_000;

/** @param session null follows nothing. */
export function useStanding(session: PortalSession | null): Followed {
  const [heard, setHeard] = useState<{ of: PortalSession | null; followed: Followed }>({ of: null, followed: LOADING });
  useEffect(() => {
    if (session === null) return;
    const leaving = new AbortController();
    void follow(session, leaving.signal, (followed) => setHeard({ of: session, followed }));
    return () => leaving.abort();
  }, [session]);
  return heard.of === session ? heard.followed : LOADING;
}

async function follow(session: PortalSession, signal: AbortSignal, tell: (followed: Followed) => void): Promise<void> {
  let after = -1;
  let last: Followed = LOADING;
  const change = (next: Followed): void => tell((last = next));
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
      if (last.state === 'standing') change({ ...last, away: true });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** What the НУЦ says of this application, asked again until it has said the last. */
import { useEffect, useState } from 'react';
import type { KeysView } from '../../../shared/domain/issuance/portal-keys.ts';
import { askOwn, type PortalSession } from '../portal/portal-client.ts';

export type Followed = { state: 'loading' } | { state: 'away' } | { state: 'told'; view: KeysView };

const ASK_EVERY_MS = 1_500;

/** @param follow asks again and again; else until the first answer */
export function useKeysView(session: PortalSession, follow: boolean): Followed {
  const [followed, setFollowed] = useState<Followed>({ state: 'loading' });
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      for (;;) {
        const answer = await askOwn<KeysView>(session, 'keys', { method: 'GET', signal: leaving.signal });
        if (leaving.signal.aborted) return;
        setFollowed(answer.ok ? { state: 'told', view: answer.value } : { state: 'away' });
        if (answer.ok && !follow) return;
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
        if (leaving.signal.aborted) return;
      }
    };
    void look();
    return () => leaving.abort();
  }, [session, follow]);
  return followed;
}

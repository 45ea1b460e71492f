/** The receipt the desk makes of a finished application; it comes a moment after the keys. */
import { useEffect, useState } from 'react';
import type { PortalSession } from '../portal/portal-client.ts';

const AGAIN_MS = 2_000;
const TRIES = 30;

/** Null until it is there, and where no desk sends one. */
export function useReceipt({ id, token }: PortalSession): Uint8Array<ArrayBuffer> | null {
  const [receipt, setReceipt] = useState<Uint8Array<ArrayBuffer> | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const fetchOnce = async (): Promise<Uint8Array<ArrayBuffer> | null> => {
      try {
        const answer = await fetch(`/portal/v1/applications/${id}/keys/receipt`, { headers: { 'x-application-token': token }, cache: 'no-store', signal: leaving.signal });
        return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
      } catch {
        return null;
      }
    };
    const look = async (): Promise<void> => {
      for (let tries = 0; tries < TRIES && !leaving.signal.aborted; tries += 1) {
        const found = await fetchOnce();
        if (found !== null) return setReceipt(found);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    };
    void look();
    return () => leaving.abort();
  }, [id, token]);
  return receipt;
}

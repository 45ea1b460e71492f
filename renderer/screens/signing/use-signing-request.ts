/** The request in front of the person, asked for anew whenever the core says that something changed. */
import { useCallback, useEffect, useState } from 'react';
import type { SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';

export interface SigningRequest {
  view: SigningView | null;
  /** After an own call: the event may still be on its way. */
  refresh(): void;
}

export function useSigningRequest(): SigningRequest {
  const host = useHost();
  const [view, setView] = useState<SigningView | null>(null);

  const refresh = useCallback(() => {
    // A desk that was locked meanwhile answers with a fault, and shows nothing.
    void host.signing.current(null).then((answer) => setView(answer.ok ? answer.value : null));
  }, [host]);

  useEffect(() => {
    refresh();
    return host.signing.changed(refresh);
  }, [host, refresh]);

  return { view, refresh };
}

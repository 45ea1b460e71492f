/** Tokens that are plugged in, as they were when the screen or the dialog opened. */
import { useEffect, useState } from 'react';
import type { TokenView } from '../../../shared/domain/keys/key-view.ts';
import { useHost } from '../../host/index.ts';

export function useTokens(): readonly TokenView[] {
  const host = useHost();
  const [tokens, setTokens] = useState<readonly TokenView[]>([]);
  useEffect(() => {
    void host.keys.tokens(null).then((answer) => answer.ok && setTokens(answer.value));
  }, [host]);
  return tokens;
}

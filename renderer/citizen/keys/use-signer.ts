/** Who stands where the portals look for a signing service, looked for until one is there that signs. */
import { useEffect, useState } from 'react';
import { TOKEN_KEYS_MODULE } from '../../../shared/domain/issuance/token-program.ts';
import { servicesAtHand } from '../portal/signing-service.ts';

/** `key-program`: the citizen's own program for keys on tokens, which signs for no page and holds the port. */
export type Signer = 'looking' | 'there' | 'absent' | 'key-program';

const LOOK_EVERY_MS = 3_000;

export function useSigner(): Signer {
  const [signer, setSigner] = useState<Signer>('looking');
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      while (!leaving.signal.aborted) {
        const services = await servicesAtHand();
        if (leaving.signal.aborted) return;
        const found = services === null ? 'absent' : services.includes(TOKEN_KEYS_MODULE) ? 'key-program' : 'there';
        setSigner(found);
        if (found === 'there') return;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    void look();
    return () => leaving.abort();
  }, []);
  return signer;
}

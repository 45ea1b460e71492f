/** A workstation's key and the head it remembers, for the length of a test. */
import { ed25519Key } from '../../../electron/adapters/sealed/ed25519-key.ts';
import { type JournalSeal, noteSigner } from '../../../electron/core/journal/index.ts';
import type { TrustedHead } from '../../../electron/ports/journal/trusted-head.ts';

export interface InMemorySeal extends JournalSeal {
  /** What a thief or a restored copy may have put there. */
  found: Awaited<ReturnType<TrustedHead['read']>>;
}

export function inMemorySeal(origin = 'tekser/100000000000/branch/desk-3', seed = 4): InMemorySeal {
  let signer = noteSigner(origin, ed25519Key(new Uint8Array(32).fill(seed)));
  let segment = 1;
  const seal: InMemorySeal = {
    get signer() {
      return signer;
    },
    async beginSegment() {
      segment += 1;
      signer = noteSigner(`${origin}/${segment}`, ed25519Key(new Uint8Array(32).fill(seed)));
    },
    found: { state: 'none' },
    head: {
      read: async () => seal.found,
      async keep(note) {
        seal.found = { state: 'kept', note };
      },
    },
  };
  return seal;
}

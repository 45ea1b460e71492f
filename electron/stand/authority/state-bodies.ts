/** Signing certificates of the state bodies: made on first use, renewed after a revocation. */
import type { IssuedCertificate } from './certificate.ts';
import { type IssuingCentre, issueSystem, validityAround } from './end-entities.ts';
import type { KeyRing } from './key-ring.ts';
import { REASON, type Register } from './register.ts';

export interface StateBodies {
  signerOf(body: { bin: string; organisation: string }): Promise<IssuedCertificate>;
  revoke(bin: string): Promise<void>;
  restore(bin: string): void;
}

/** The stand's own arc for information systems; not registered anywhere. */
const SYSTEM_ARC = '1.2.398.3.99.1';

export function createStateBodies(input: { keys: KeyRing; centre: () => IssuingCentre; register: Register; now: () => Date }): StateBodies {
  const { keys, centre, register, now } = input;
  const signers = new Map<string, Promise<IssuedCertificate>>();
  const generations = new Map<string, number>();
  const organisations = new Map<string, string>();

  async function issue(bin: string, organisation: string): Promise<IssuedCertificate> {
    const generation = generations.get(bin) ?? 0;
    const key = await keys.key(`state-body-${bin}-${generation}`);
    const system = { bin, organisation, systemOid: `${SYSTEM_ARC}.${Number(bin)}` };
    return register.add(issueSystem(centre(), system, key, validityAround(now(), 60, 305)));
  }

  function signerOf({ bin, organisation }: { bin: string; organisation: string }): Promise<IssuedCertificate> {
    organisations.set(bin, organisation);
    const known = signers.get(bin);
    if (known !== undefined) return known;
    const signer = issue(bin, organisation);
    signers.set(bin, signer);
    return signer;
  }

  return {
    signerOf,
    async revoke(bin) {
      const { serial } = await signerOf({ bin, organisation: organisations.get(bin) ?? `BIN${bin}` });
      register.revoke(serial, now(), REASON.keyCompromise);
    },
    restore(bin) {
      generations.set(bin, (generations.get(bin) ?? 0) + 1);
      signers.delete(bin);
    },
  };
}

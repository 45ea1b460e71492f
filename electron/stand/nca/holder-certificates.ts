/** Certificates of people by ИИН: which of them are still good, and their revocation. */
import { createHash } from 'node:crypto';
import type { OldKey } from '../../../shared/domain/portal-keys.ts';
import { RSA_KEY } from '../../core/trust/algorithms/index.ts';
import { tryReadCertificate } from '../../core/trust/x509/index.ts';
import type { Authority, RevocationReason } from '../authority/index.ts';
import type { StandPerson } from '../population/person.ts';

export interface HolderCertificates {
  /** Good today, oldest first; without those of `except` (serials), which are not installed yet. */
  goodOf(person: StandPerson, except: readonly string[]): Promise<OldKey[]>;
  add(iin: string, certificate: Uint8Array): void;
  revoke(serials: readonly string[], reason: RevocationReason): Promise<void>;
}

export function createHolderCertificates(authority: () => Promise<Authority>, now: () => Date): HolderCertificates {
  const byIin = new Map<string, Uint8Array[]>();
  const revoked = new Set<string>();
  const earlier = new Set<string>();

  /** Every second person has had keys before; which of them, their ИИН says. */
  async function certificatesOf(person: StandPerson): Promise<Uint8Array[]> {
    const known = byIin.get(person.iin) ?? [];
    if (Number(person.iin.at(-1)) % 2 !== 0 || earlier.has(person.iin)) return known;
    earlier.add(person.iin);
    const all = [(await authority()).issueEarlier(person), ...known];
    byIin.set(person.iin, all);
    return all;
  }

  return {
    async goodOf(person, except) {
      const keys = (await certificatesOf(person)).map(described);
      return keys.filter(({ serialHex, notAfter }) => !except.includes(serialHex) && !revoked.has(serialHex) && new Date(notAfter) > now());
    },
    add: (iin, certificate) => void byIin.set(iin, [...(byIin.get(iin) ?? []), certificate]),
    async revoke(serials, reason) {
      const centre = await authority();
      for (const serial of serials) {
        centre.revoke(serial, reason);
        revoked.add(serial);
      }
    },
  };
}

const PREFIXES = { gost: 'GOST512', sign: 'RSA256', enter: 'AUTH_RSA256' } as const;
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';

/** The name the NCA gave its file tells the holder which key is meant. */
export function described(encoded: Uint8Array): OldKey {
  const certificate = tryReadCertificate(encoded)!;
  const { bits, algorithm } = certificate.publicKey;
  const kind = algorithm.oid !== RSA_KEY ? 'gost' : certificate.extendedKeyUsage?.includes(CLIENT_AUTHENTICATION) === true ? 'enter' : 'sign';
  return {
    serialHex: certificate.serialHex,
    fileName: `${PREFIXES[kind]}_${createHash('sha1').update(bits).digest('hex')}.p12`,
    notAfter: certificate.notAfter.toISOString(),
  };
}

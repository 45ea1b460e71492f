/** Certificates of people by ИИН: which of them are still good, and their revocation. */
import { createHash } from 'node:crypto';
import type { OldKey } from '../../../shared/domain/issuance/portal-keys.ts';
import { RSA_KEY } from '../../core/trust/algorithms/index.ts';
import { tryReadCertificate } from '../../core/trust/x509/index.ts';
import type { Authority, RevocationReason } from '../authority/index.ts';
import type { StandPerson } from '../population/person.ts';
import { derOf, type KeyRecords } from './key-records.ts';

export interface HolderCertificates {
  /** Good today, the next to end first; without those of `except` (serials), which are not installed yet. */
  goodOf(person: StandPerson, except: readonly string[]): Promise<OldKey[]>;
  add(iin: string, certificate: Uint8Array): void;
  revoke(serials: readonly string[], reason: RevocationReason): Promise<void>;
}

export interface HolderCertificateOptions {
  authority(): Promise<Authority>;
  records: KeyRecords;
  now(): Date;
}

export function createHolderCertificates({ authority, records, now }: HolderCertificateOptions): HolderCertificates {
  const byIin = new Map<string, Uint8Array[]>();
  const remember = (iin: string, certificate: Uint8Array): void => void byIin.set(iin, [...(byIin.get(iin) ?? []), certificate]);
  for (const { iin, certificate } of records.earlier('certificate')) remember(iin, derOf(certificate));
  const earlier = new Set(records.earlier('certificate').filter(({ from }) => from === 'earlier').map(({ iin }) => iin));

  function add(iin: string, certificate: Uint8Array, from: 'earlier' | 'application'): void {
    records.add({ kept: 'certificate', iin, from, certificate: Buffer.from(certificate).toString('base64') });
    remember(iin, certificate);
  }

  /** Every second person has had keys before; which of them, their ИИН says. */
  async function certificatesOf(person: StandPerson): Promise<Uint8Array[]> {
    if (Number(person.iin.at(-1)) % 2 === 0 && !earlier.has(person.iin)) {
      const { issueEarlier } = await authority();
      if (!earlier.has(person.iin)) add(person.iin, issueEarlier(person), 'earlier');
      earlier.add(person.iin);
    }
    return byIin.get(person.iin) ?? [];
  }

  return {
    async goodOf(person, except) {
      const certificates = await certificatesOf(person);
      if (certificates.length === 0) return [];
      const { isGood } = await authority();
      return certificates
        .map(described)
        .filter(({ serialHex, notAfter }) => !except.includes(serialHex) && isGood(serialHex) && new Date(notAfter) > now())
        .toSorted((a, b) => a.notAfter.localeCompare(b.notAfter));
    },
    add: (iin, certificate) => add(iin, certificate, 'application'),
    async revoke(serials, reason) {
      const centre = await authority();
      for (const serial of serials) centre.revoke(serial, reason);
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

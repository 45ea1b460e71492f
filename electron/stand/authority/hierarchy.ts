/** Root and issuing centre of the stand, named so that nobody takes them for the real ones. */
import { createHash } from 'node:crypto';
import {
  authorityInformation,
  certificateAuthority,
  crlDistributionPoint,
  type IssuedCertificate,
  issueCertificate,
  keyUsage,
  nameDer,
  policies,
} from './certificate.ts';
import type { KeyRing } from './key-ring.ts';
import { POLICY } from './oids.ts';
import type { RsaKey } from './rsa-key.ts';

const ROOT_NAME = 'ТЕКСЕР ОҚУ НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (TEST)';
const ISSUER_NAME = 'ТЕКСЕР ОҚУ ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (TEST)';
/** The dates of the NCA's 2022 generation; fixed, so that the root of a seed never changes. */
const NOT_BEFORE = new Date('2022-06-15T05:00:00Z');
const NOT_AFTER = new Date('2045-09-07T05:00:00Z');

export interface HierarchyKeys {
  rootKey: RsaKey;
  issuerKey: RsaKey;
}

interface Hierarchy {
  root: IssuedCertificate;
  issuer: IssuedCertificate;
}

/** `look-alike` has the same names over other keys: what a forger with a public tool would make. */
export async function hierarchyKeys(keys: KeyRing, kind: 'genuine' | 'look-alike'): Promise<HierarchyKeys> {
  const [rootKey, issuerKey] = await Promise.all([keys.key(`${kind}-root`), keys.key(`${kind}-issuer`)]);
  return { rootKey, issuerKey };
}

export function createHierarchy({ rootKey, issuerKey }: HierarchyKeys, baseUrl: string): Hierarchy {
  const rootName = nameDer([
    ['commonName', ROOT_NAME],
    ['country', 'KZ'],
  ]);
  const root = issueCertificate(
    {
      subject: rootName,
      key: rootKey,
      notBefore: NOT_BEFORE,
      notAfter: NOT_AFTER,
      extensions: [certificateAuthority(null), keyUsage('keyCertSign', 'cRLSign')],
    },
    null,
  );
  const issuer = issueCertificate(
    {
      subject: nameDer([
        ['commonName', ISSUER_NAME],
        ['country', 'KZ'],
      ]),
      key: issuerKey,
      serial: serialAt(issuerKey.keyId, baseUrl),
      notBefore: NOT_BEFORE,
      notAfter: NOT_AFTER,
      extensions: [
        policies(POLICY.root, `${baseUrl}/cert/cps`),
        authorityInformation({ ocsp: `${baseUrl}/ocsp`, issuers: `${baseUrl}/cert/root.cer` }),
        crlDistributionPoint(`${baseUrl}/crl/root.crl`),
        certificateAuthority(0),
        keyUsage('keyCertSign', 'cRLSign'),
      ],
    },
    { subject: root.subject, key: rootKey },
  );
  return { root, issuer };
}

/** Addresses differ between starts: another certificate of the same key needs another serial number. */
function serialAt(keyId: Uint8Array, baseUrl: string): Uint8Array {
  const serial = new Uint8Array(createHash('sha256').update(keyId).update(baseUrl).digest()).subarray(0, keyId.length);
  serial[0] = 0x10 | (serial[0]! & 0x6f);
  return serial;
}

/** Root and issuing centre of the present generation: GOST 34.10-2015, with the NCA's extensions and addresses of the stand. */
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
import { type GostKey, makeGostKey } from './gost-key.ts';
import { POLICY } from './oids.ts';
import { seededBytes } from './seeded-bytes.ts';

const ROOT_NAME = 'ТЕКСЕР ОҚУ НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) TEST';
const ISSUER_NAME = 'ТЕКСЕР ОҚУ ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) TEST';
const NOT_BEFORE = new Date('2022-06-15T05:00:00Z');
const NOT_AFTER = new Date('2045-09-07T05:00:00Z');

interface GostHierarchy {
  root: IssuedCertificate<GostKey>;
  issuer: IssuedCertificate<GostKey>;
}

export function createGostHierarchy(seed: number, baseUrl: string): GostHierarchy {
  const named = (commonName: string): Uint8Array =>
    nameDer([
      ['commonName', commonName],
      ['country', 'KZ'],
    ]);
  const validity = { notBefore: NOT_BEFORE, notAfter: NOT_AFTER };
  const usage = keyUsage('keyCertSign', 'cRLSign');
  const root = issueCertificate({ subject: named(ROOT_NAME), key: makeGostKey(seededBytes(seed, 'gost-root')), ...validity, extensions: [certificateAuthority(null), usage] }, null);
  const extensions = [
    policies(POLICY.root, `${baseUrl}/cert/cps`),
    authorityInformation({ ocsp: `${baseUrl}/ocsp`, issuers: `${baseUrl}/cert/gost-root.cer` }),
    crlDistributionPoint(`${baseUrl}/crl/gost-root.crl`),
    certificateAuthority(0),
    usage,
  ];
  // Addresses differ between starts, and with them the certificate: the serial is of the key and the port.
  const issuerKey = makeGostKey(seededBytes(seed, `gost-issuer ${baseUrl}`));
  const issuer = issueCertificate({ subject: named(ISSUER_NAME), key: issuerKey, ...validity, extensions }, root);
  return { root, issuer };
}

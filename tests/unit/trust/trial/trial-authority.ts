/** A small authority made by the tests, whose every certificate may be bent: what the stand's own one refuses to issue. */
import { type Asn1, printable, seq } from '../../../../electron/stand/authority/asn1.ts';
import {
  authorityInformation,
  certificateAuthority,
  type CertificateRequest,
  crlDistributionPoint,
  extendedKeyUsage,
  extension,
  type IssuedCertificate,
  issueCertificate,
  keyUsage,
  nameDer,
} from '../../../../electron/stand/authority/certificate.ts';
import { createKeyRing } from '../../../../electron/stand/authority/key-ring.ts';
import type { RsaKey } from '../../../../electron/stand/authority/rsa-key.ts';
import { type Certificate, readCertificate } from '../../../../electron/core/trust/x509/certificate.ts';

export const NOW = new Date('2026-11-22T09:00:00Z');
export const FAR = { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') };
export const LAPSED = { notBefore: new Date('2022-01-01T00:00:00Z'), notAfter: new Date('2026-01-01T00:00:00Z') };
export const AHEAD = { notBefore: new Date('2027-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') };

export const PURPOSE = {
  emailProtection: '1.3.6.1.5.5.7.3.4',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  individual: '1.2.398.3.3.4.1.1',
} as const;

const ring = createKeyRing(20_261_122, null);
export const trialKey = (label: string): Promise<RsaKey> => ring.key(label);

export const named = (commonName: string): Uint8Array =>
  nameDer([
    ['commonName', commonName],
    ['country', 'KZ'],
  ]);
export const parsed = ({ der }: IssuedCertificate): Certificate => readCertificate(der);
export const unknownExtension = (critical: boolean): Asn1 => extension('1.2.398.99.7', seq(printable('?')), critical);
export const nameConstraints = (): Asn1 => extension('2.5.29.30', seq(), true);

export const AUTHORITY = [certificateAuthority(null), keyUsage('keyCertSign', 'cRLSign')];
export const SIGNER = [keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([PURPOSE.emailProtection])];
export const ADDRESSES = [
  authorityInformation({ ocsp: 'http://trial.test/ocsp', issuers: 'http://trial.test/ca.cer' }),
  crlDistributionPoint('http://trial.test/ca.crl'),
];

type Bend = Partial<Omit<CertificateRequest, 'key'>> & { key?: string };

/** Issues a certificate named after its key label under `issuer`, or under itself where that is null. */
export async function issue(label: string, issuer: IssuedCertificate | null, bend: Bend = {}): Promise<IssuedCertificate> {
  const { key, ...rest } = bend;
  const request = {
    subject: named(label),
    ...FAR,
    extensions: issuer === null ? AUTHORITY : SIGNER,
    ...rest,
    key: await trialKey(key ?? label),
  };
  return issueCertificate(request, issuer === null ? null : { subject: issuer.subject, key: issuer.key });
}

/** The description of a key that getKeyInfo gives: exactly these members, times in milliseconds as text, names in the way of Bouncy Castle. */
import type { KeyDescription } from '../keystore/signing/index.ts';
import { withArmour } from '../trust/asn1/index.ts';
import { type Certificate, tryReadCertificate } from '../trust/x509/index.ts';
import type { JsonObject } from './lenient-json.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  '1.2.398.3.10.1.1.2.2': 'ECGOST3410-2015-512',
  '1.2.398.3.10.1.1.2.1': 'ECGOST3410-2015-256',
  '1.2.398.3.10.1.1.1.1': 'ECGOST34310',
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.10045.2.1': 'EC',
};

const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SURNAME',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.42': 'GIVENNAME',
  '1.2.840.113549.1.9.1': 'E',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '2.5.4.15': 'BusinessCategory',
};

/** @throws {TypeError} when the certificate is none: the key store gave it, so it is. */
export function describeKeyInfo({ certificate: encoded, alias }: KeyDescription): JsonObject {
  const certificate = tryReadCertificate(encoded);
  if (certificate === null) throw new TypeError('a key without a certificate');
  const { subject, issuer, subjectKeyId, authorityKeyId, notBefore, notAfter, publicKey, serialHex } = certificate;
  return {
    alias,
    keyId: subjectKeyId ?? '',
    algorithm: ALGORITHMS[publicKey.algorithm.oid] ?? publicKey.algorithm.oid,
    subjectCn: commonName(subject),
    subjectDn: distinguishedName(subject),
    issuerCn: commonName(issuer),
    issuerDn: distinguishedName(issuer),
    serialNumber: BigInt(`0x${serialHex}`).toString(10),
    certNotAfter: String(notAfter.getTime()),
    certNotBefore: String(notBefore.getTime()),
    authorityKeyIdentifier: authorityKeyId ?? '',
    pem: withArmour('CERTIFICATE', encoded).replaceAll('\n', '\r\n'),
  };
}

type Name = Certificate['subject'];

const commonName = ({ attributes }: Name): string => attributes.find(({ type }) => type === '2.5.4.3')?.text ?? '';

/** RFC 2253 escapes, in the order of the certificate: pages split it at commas. */
const distinguishedName = ({ attributes }: Name): string =>
  attributes.map(({ type, text }) => `${ATTRIBUTES[type] ?? type}=${text.replaceAll(/[,+"\\<>;=]/g, String.raw`\$&`)}`).join(',');

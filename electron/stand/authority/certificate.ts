/** Builds and signs one X.509 certificate, and the extensions of the NCA's profile. */
import { createHash, sign } from 'node:crypto';
import {
  type Asn1,
  bits,
  bool,
  der,
  embedded,
  explicit,
  ia5,
  implicitOctets,
  int,
  nothing,
  octets,
  oid,
  printable,
  seq,
  set,
  time,
  utf8,
} from './asn1.ts';
import { ACCESS_METHOD, ALGORITHM, ATTRIBUTE, EXTENSION, KEY_STORAGE_FILE, POLICY_NOTICE } from './oids.ts';
import { type GostKey, gostSignature, signByGost } from './gost-key.ts';
import type { RsaKey } from './rsa-key.ts';

/** What signs here. */
export type AuthorityKey = RsaKey | GostKey;
/** Of a holder who keeps the private key to themselves. */
export type HolderKey = Pick<AuthorityKey, 'spki' | 'keyId'>;

export interface IssuedCertificate<Key extends HolderKey = RsaKey> {
  der: Uint8Array;
  /** DER Name. */
  subject: Uint8Array;
  issuer: Uint8Array;
  /** Content octets of the serial INTEGER. */
  serial: Uint8Array;
  key: Key;
  notAfter: Date;
}

export type NameField = readonly [keyof typeof ATTRIBUTE, string];

/** C is a PrintableString, everything else UTF8String, as the NCA writes it. */
export const nameDer = (fields: readonly NameField[]): Uint8Array =>
  der(seq(...fields.map(([kind, text]) => set(seq(oid(ATTRIBUTE[kind]), kind === 'country' ? printable(text) : utf8(text))))));

/** The NCA's rule: key identifier with the first octet made positive and never small. */
function serialOfKey(key: HolderKey): Uint8Array {
  const serial = Uint8Array.from(key.keyId);
  serial[0]! &= 0x7f;
  if (serial[0]! < 0x10) serial[0]! |= 0x10;
  return serial;
}

export const rsaSha256 = (): Asn1 => seq(oid(ALGORITHM.sha256WithRsa), nothing());
export const signWith = (key: AuthorityKey, data: Uint8Array): Uint8Array =>
  'secret' in key ? signByGost(key, data) : Uint8Array.from(sign('sha256', data, key.privateKey));
export const signatureOf = (key: AuthorityKey): Asn1 => ('secret' in key ? gostSignature() : rsaSha256());
export const sha256 = (data: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(data).digest());

export const extension = (id: string, value: Asn1, critical = false): Asn1 =>
  critical ? seq(oid(id), bool(true), octets(der(value))) : seq(oid(id), octets(der(value)));

const KEY_USAGE_BITS = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, keyAgreement: 4, keyCertSign: 5, cRLSign: 6 } as const;
export type KeyUsageName = keyof typeof KEY_USAGE_BITS;

/** DER of a named bit list: trailing zero bits removed (X.690 11.2.2). */
export function keyUsage(...names: KeyUsageName[]): Asn1 {
  const positions = names.map((name) => KEY_USAGE_BITS[name]);
  const octet = positions.reduce<number>((sum, position) => sum | (0x80 >> position), 0);
  return extension(EXTENSION.keyUsage, bits(Uint8Array.of(octet), 7 - Math.max(...positions)), true);
}

export const extendedKeyUsage = (purposes: readonly string[], critical = false): Asn1 =>
  extension(EXTENSION.extendedKeyUsage, seq(...purposes.map(oid)), critical);

export const certificateAuthority = (pathLength: number | null): Asn1 =>
  extension(EXTENSION.basicConstraints, pathLength === null ? seq(bool(true)) : seq(bool(true), int(pathLength)), true);

export const policies = (policy: string, statement: string): Asn1 =>
  extension(EXTENSION.certificatePolicies, seq(seq(oid(policy), seq(seq(oid(POLICY_NOTICE.practiceStatement), ia5(statement))))));

const address = (url: string): Asn1 => implicitOctets(6, new TextEncoder().encode(url));

export const authorityInformation = (urls: { ocsp: string; issuers: string }): Asn1 =>
  extension(
    EXTENSION.authorityInformationAccess,
    seq(seq(oid(ACCESS_METHOD.ocsp), address(urls.ocsp)), seq(oid(ACCESS_METHOD.issuers), address(urls.issuers))),
  );

export const crlDistributionPoint = (url: string): Asn1 => distributionPoint(EXTENSION.crlDistributionPoints, url);
/** Where the list of what changed since a complete one is. */
export const freshestCrl = (url: string): Asn1 => distributionPoint(EXTENSION.freshestCrl, url);
const distributionPoint = (id: string, url: string): Asn1 => extension(id, seq(seq(explicit(0, explicit(0, address(url))))));

export const ocspNoCheck = (): Asn1 => extension(EXTENSION.ocspNoCheck, nothing());
export const keyStorage = (): Asn1 => extension(EXTENSION.keyStorage, seq(oid(KEY_STORAGE_FILE)));
export const authorityKey = (keyId: Uint8Array): Asn1 => extension(EXTENSION.authorityKeyIdentifier, seq(implicitOctets(0, keyId)));

export interface CertificateRequest<Key extends HolderKey = RsaKey> {
  subject: Uint8Array;
  key: Key;
  serial?: Uint8Array;
  notBefore: Date;
  notAfter: Date;
  /** Without the two key identifiers, which every certificate gets. */
  extensions: Asn1[];
}

export interface Signer {
  subject: Uint8Array;
  key: AuthorityKey;
}

/** `null` as issuer makes a self-signed certificate. */
export function issueCertificate<Key extends AuthorityKey>(request: CertificateRequest<Key>, issuer: Signer | null): IssuedCertificate<Key> {
  return certify(request, issuer ?? request);
}

/** For a holder of whom only the public key is known. */
export function certify<Key extends HolderKey>(request: CertificateRequest<Key>, signer: Signer): IssuedCertificate<Key> {
  const serial = request.serial ?? serialOfKey(request.key);
  const tbs = seq(
    explicit(0, int(2)),
    int(serial),
    signatureOf(signer.key),
    embedded(signer.subject),
    seq(time(request.notBefore), time(request.notAfter)),
    embedded(request.subject),
    embedded(request.key.spki),
    explicit(
      3,
      seq(...request.extensions, extension(EXTENSION.subjectKeyIdentifier, octets(request.key.keyId)), authorityKey(signer.key.keyId)),
    ),
  );
  const signature = signWith(signer.key, der(tbs));
  return {
    der: der(seq(tbs, signatureOf(signer.key), bits(signature))),
    subject: request.subject,
    issuer: signer.subject,
    serial,
    key: request.key,
    notAfter: request.notAfter,
  };
}

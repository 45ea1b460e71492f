/**
 * Certificates of the portals' signing service: an authority of this machine that can vouch for loopback names alone (critical name
 * constraints, RFC 5280 4.2.1.10), and a short certificate under it. A person is asked to trust far less than a national root.
 */
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, type Bytes, context, contextPrimitive, encode, explicit, objectIdentifier, octets, sequence, setOf, TAG, unsignedInteger } from '../../core/trust/asn1/index.ts';

const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

const LOOPBACK_NAME = 'localhost';
const LOOPBACK_V4 = Uint8Array.of(127, 0, 0, 1);
const LOOPBACK_V6 = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

const DAY_MS = 24 * 60 * 60 * 1000;
const AUTHORITY_DAYS = 3650;
/** Apple and Chromium take up to 398 days; ours is renewed long before, so that a stolen key is of little use. */
export const LEAF_DAYS = 30;

export interface Issuer {
  /** DER. */
  certificate: Bytes;
  key: KeyObject;
}

const text = (value: string): Bytes => new TextEncoder().encode(value);
const name = (commonName: string): Bytes =>
  sequence(setOf(sequence(objectIdentifier(OID.commonName), encode(TAG.utf8String, text(commonName)))));

/** GeneralizedTime wants 2050 and later (RFC 5280 4.1.2.5). */
function time(at: Date): Bytes {
  const digits = `${at.toISOString().replaceAll(/[-:T]|\.\d{3}Z/g, '')}Z`;
  return at.getUTCFullYear() < 2050 ? encode(TAG.utcTime, text(digits.slice(2))) : encode(TAG.generalizedTime, text(digits));
}

const dnsName = (value: string): Bytes => encode(contextPrimitive(2), text(value));
const ipAddress = (value: Uint8Array): Bytes => encode(contextPrimitive(7), new Uint8Array(value));
const extension = (type: string, value: Bytes, critical: boolean): Bytes =>
  sequence(objectIdentifier(type), ...(critical ? [encode(TAG.boolean, Uint8Array.of(0xff))] : []), octets(value));
/** Named bits from the first octet, without the trailing zeros (X.690 11.2.2). */
const keyUsage = (octet: number, unused: number): Bytes => extension(OID.keyUsage, encode(TAG.bitString, Uint8Array.of(unused, octet)), true);
const serverOnly = (): Bytes => extension(OID.extendedKeyUsage, sequence(objectIdentifier(OID.serverAuth)), false);

const publicKeyOf = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
const keyIdOf = (publicKey: KeyObject): Bytes => new Uint8Array(createHash('sha1').update(publicKeyOf(publicKey)).digest());

/** @param commonName tells a person in the list of their system what this is and which machine it is of */
export function makeAuthority(commonName: string, publicKey: KeyObject, key: KeyObject, now: Date): Bytes {
  const subtree = (base: Bytes): Bytes => sequence(base);
  const permitted = encode(
    context(0),
    subtree(dnsName(LOOPBACK_NAME)),
    subtree(ipAddress(Uint8Array.of(127, 0, 0, 0, 255, 0, 0, 0))),
    subtree(ipAddress(Uint8Array.of(...LOOPBACK_V6, ...new Uint8Array(16).fill(255)))),
  );
  const extensions = [
    // Nothing below it may issue.
    extension(OID.basicConstraints, sequence(encode(TAG.boolean, Uint8Array.of(0xff)), encode(TAG.integer, Uint8Array.of(0))), true),
    keyUsage(0x06, 1),
    extension(OID.nameConstraints, sequence(permitted), true),
    serverOnly(),
    extension(OID.subjectKeyIdentifier, octets(keyIdOf(publicKey)), false),
  ];
  return certificate({ subject: name(commonName), issuer: name(commonName), publicKey, days: AUTHORITY_DAYS, extensions }, key, now);
}

export function makeLeaf(authority: Issuer, authorityName: string, authorityPublicKey: KeyObject, publicKey: KeyObject, now: Date): Bytes {
  const extensions = [
    keyUsage(0x80, 7),
    serverOnly(),
    extension(OID.subjectAltName, sequence(dnsName(LOOPBACK_NAME), ipAddress(LOOPBACK_V4), ipAddress(LOOPBACK_V6)), false),
    extension(OID.subjectKeyIdentifier, octets(keyIdOf(publicKey)), false),
    extension(OID.authorityKeyIdentifier, sequence(encode(contextPrimitive(0), keyIdOf(authorityPublicKey))), false),
  ];
  return certificate({ subject: name('127.0.0.1'), issuer: name(authorityName), publicKey, days: LEAF_DAYS, extensions }, authority.key, now);
}

interface Draft {
  subject: Bytes;
  issuer: Bytes;
  publicKey: KeyObject;
  days: number;
  extensions: Bytes[];
}

function certificate({ subject, issuer, publicKey, days, extensions }: Draft, key: KeyObject, now: Date): Bytes {
  const algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256));
  const serial = new Uint8Array(randomBytes(16));
  // Positive, and never shorter than it looks.
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  const tbs = sequence(
    explicit(0, encode(TAG.integer, Uint8Array.of(2))),
    unsignedInteger(serial),
    algorithm,
    issuer,
    // A day back: clocks of browsers on the same machine are ours, but a clock may be set back by an hour or two.
    sequence(time(new Date(now.getTime() - DAY_MS)), time(new Date(now.getTime() + days * DAY_MS))),
    subject,
    publicKeyOf(publicKey),
    explicit(3, sequence(...extensions)),
  );
  return sequence(tbs, algorithm, bits(new Uint8Array(sign('sha256', tbs, key))));
}

/** A certificate authority of Kazakh GOST made by the tests: root, holders and revocation list, all signed by the same scheme. */
import { createGostHash, GOST_SCHEMES, type GostScheme } from '../../electron/core/trust/gost/gost-algorithms.ts';
import { hashWhole } from '../../electron/core/trust/gost/incremental-hash.ts';
import { pointOctets, publicKeyOf, signGost3410 } from '../../electron/core/trust/gost/sign-gost-34-10.ts';
import { type Asn1, bits, der, embedded, explicit, int, nothing, octets, oid, seq, time } from '../../electron/stand/authority/asn1.ts';
import {
  authorityKey,
  certificateAuthority,
  crlDistributionPoint,
  extendedKeyUsage,
  extension,
  keyUsage,
  nameDer,
  sha256,
} from '../../electron/stand/authority/certificate.ts';
import { EXTENSION } from '../../electron/stand/authority/oids.ts';

export const GOST_2015 = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.10-2015-512')!;
export const GOST_2004 = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.310-2004')!;
const CRL_URL = 'http://gost.test/ca.crl';

const ROOT_SECRET = 0x1d0c5ea1_f00d_2026n;
const ROOT_NAME = nameDer([['commonName', 'TEST GOST ROOT']]);
const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
const DAY_MS = 24 * 60 * 60 * 1000;
const days = (from: Date, count: number): Date => new Date(from.getTime() + count * DAY_MS);

const keyAlgorithm = ({ keyOid, curveOid, keyHashOid }: GostScheme): Asn1 => seq(oid(keyOid), seq(oid(curveOid), oid(keyHashOid)));

const pointOf = ({ curve }: GostScheme, secret: bigint): Uint8Array => der(octets(pointOctets(publicKeyOf(curve, secret))));

/** DER SubjectPublicKeyInfo. */
export const gostPublicKey = (scheme: GostScheme, secret: bigint): Uint8Array => der(seq(keyAlgorithm(scheme), bits(pointOf(scheme, secret))));

/** PKCS#8 of a number that need not be a good key: octets, lowest first, since 2015; an INTEGER before. */
export function gostPrivateKey(scheme: GostScheme, secret: bigint): Uint8Array {
  const bigEndian = Buffer.from(secret.toString(16).padStart(2 * scheme.curve.size, '0'), 'hex');
  const contents = scheme === GOST_2004 ? int(minimal(bigEndian)) : octets(bigEndian.toReversed());
  return der(seq(int(0), keyAlgorithm(scheme), octets(der(contents))));
}

/** Content octets of a non-negative INTEGER (X.690 8.3.2). */
function minimal(bigEndian: Uint8Array): Uint8Array {
  const start = bigEndian.findIndex((octet) => octet !== 0);
  const significant = start === -1 ? Uint8Array.of(0) : bigEndian.subarray(start);
  return significant[0]! >= 0x80 ? Uint8Array.of(0, ...significant) : significant;
}

interface Issue {
  subject: Uint8Array;
  publicKey: Uint8Array;
  extensions: Asn1[];
}

/** @param listExtensions of the revocation list */
export function gostAuthority(now: Date, scheme: GostScheme = GOST_2015, listExtensions: Asn1[] = []) {
  const algorithm = seq(oid(scheme.signatureOid), nothing());
  const signed = (tbs: Asn1): Uint8Array =>
    der(seq(tbs, algorithm, bits(signGost3410(scheme.curve, ROOT_SECRET, hashWhole(createGostHash(scheme.hash), der(tbs))))));
  const rootKey = gostPublicKey(scheme, ROOT_SECRET);
  const keyId = (publicKey: Uint8Array): Uint8Array => sha256(publicKey).subarray(0, 20);
  const certificate = ({ subject, publicKey, extensions }: Issue): Uint8Array =>
    signed(
      seq(
        explicit(0, int(2)),
        int(Uint8Array.of(0x11, ...keyId(publicKey).subarray(0, 8))),
        algorithm,
        embedded(ROOT_NAME),
        seq(time(days(now, -30)), time(days(now, 300))),
        embedded(subject),
        embedded(publicKey),
        explicit(3, seq(...extensions, extension(EXTENSION.subjectKeyIdentifier, octets(keyId(publicKey))), authorityKey(keyId(rootKey)))),
      ),
    );
  return {
    crlUrl: CRL_URL,
    root: certificate({ subject: ROOT_NAME, publicKey: rootKey, extensions: [certificateAuthority(null), keyUsage('keyCertSign', 'cRLSign')] }),
    /** Nobody is revoked. */
    crl: signed(seq(int(1), algorithm, embedded(ROOT_NAME), time(days(now, -1)), time(days(now, 1)), ...(listExtensions.length === 0 ? [] : [explicit(0, seq(...listExtensions))]))),
    /** By the profile of a natural person, or of somebody of a body. @param publicKey DER SubjectPublicKeyInfo of any algorithm */
    issue: (iin: string, publicKey: Uint8Array, bin?: string): Uint8Array =>
      certificate({
        subject: nameDer([
          ['commonName', 'СЫНАҚОВА ОПЕРАТОР'],
          ['serialNumber', `IIN${iin}`],
          ...(bin === undefined ? [] : [['organisationalUnit', `BIN${bin}`] as const]),
          ['country', 'KZ'],
        ]),
        publicKey,
        extensions: [keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([EMAIL_PROTECTION]), crlDistributionPoint(CRL_URL)],
      }),
  };
}

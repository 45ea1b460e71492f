/** One verification of each algorithm, the hash of GOST and one certificate read: the product beside node:crypto, pkijs and openssl. */
import { constants, createPublicKey, generateKeyPairSync, type KeyPairKeyObjectResult, sign, type SigningOptions, verify, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { Certificate } from 'pkijs';
import { readAlgorithm } from '../../../electron/core/trust/algorithms/algorithms.ts';
import { readPublicKey } from '../../../electron/core/trust/algorithms/public-key.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { DerReader } from '../../../electron/core/trust/asn1/der.ts';
import { GOST_SCHEMES, type GostScheme, createGostHash } from '../../../electron/core/trust/gost/gost-algorithms.ts';
import { hashWhole } from '../../../electron/core/trust/gost/incremental-hash.ts';
import { signGost3410 } from '../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { der, explicit, int, nothing, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { gostPublicKey } from '../../fakes/gost-authority.ts';
import { measure } from './measure.ts';
import { gostVerification, type OpenSsl, speedOf, streebogRate } from './openssl.ts';
import type { Row } from './rows.ts';

const DATA = new Uint8Array(1_500).fill(7);
const element = (bytes: Uint8Array) => new DerReader(Uint8Array.from(bytes)).element();

interface Pair {
  name: string;
  /** Name among the figures of `openssl speed`, which knows no padding. */
  speed: string | null;
  hash: string | null;
  algorithm: Uint8Array;
  padding?: SigningOptions;
  make(): KeyPairKeyObjectResult;
}

const SHA_256 = seq(oid('2.16.840.1.101.3.4.2.1'), nothing());
const PSS_SHA_256 = der(seq(oid('1.2.840.113549.1.1.10'), seq(explicit(0, SHA_256), explicit(1, seq(oid('1.2.840.113549.1.1.8'), SHA_256)), explicit(2, int(32)))));

const PAIRS: readonly Pair[] = [
  { name: 'RSA-2048', speed: 'rsa2048', hash: 'sha256', algorithm: der(seq(oid('1.2.840.113549.1.1.11'), nothing())), make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }) },
  { name: 'RSA-4096', speed: 'rsa4096', hash: 'sha256', algorithm: der(seq(oid('1.2.840.113549.1.1.11'), nothing())), make: () => generateKeyPairSync('rsa', { modulusLength: 4096 }) },
  { name: 'RSA-2048 PSS', speed: null, hash: 'sha256', algorithm: PSS_SHA_256, padding: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }, make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }) },
  { name: 'ECDSA P-256', speed: 'ecdsa256', hash: 'sha256', algorithm: der(seq(oid('1.2.840.10045.4.3.2'))), make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }) },
  { name: 'ECDSA P-384', speed: 'ecdsa384', hash: 'sha384', algorithm: der(seq(oid('1.2.840.10045.4.3.3'))), make: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }) },
  { name: 'ECDSA P-521', speed: 'ecdsa521', hash: 'sha512', algorithm: der(seq(oid('1.2.840.10045.4.3.4'))), make: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }) },
  { name: 'Ed25519', speed: 'ed25519', hash: null, algorithm: der(seq(oid('1.3.101.112'))), make: () => generateKeyPairSync('ed25519') },
];

export async function benchSignatures(openssl: OpenSsl | null): Promise<Row[]> {
  const speeds = openssl === null ? {} : speedOf(openssl, ['rsa2048', 'rsa4096', 'ecdsap256', 'ecdsap384', 'ecdsap521', 'ed25519']);
  const rows: Row[] = [];
  for (const { name, speed, hash, algorithm, padding = {}, make } of PAIRS) {
    const pair = make();
    const spki = pair.publicKey.export({ type: 'spki', format: 'der' });
    const value = Uint8Array.from(sign(hash, DATA, { key: pair.privateKey, ...padding }));
    const key = readPublicKey(element(spki));
    const named = readAlgorithm(element(algorithm));
    const theirs = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    const figures = await measure({
      product: () => verifyValue({ algorithm: named, digest: null, key, data: DATA, value }),
      'node:crypto': () => verify(hash, DATA, { key: theirs, ...padding }, value),
    });
    rows.push({ name: `verify ${name}`, unit: 'us', ...figures, openssl: speed === null ? null : (speeds[speed] ?? null) });
  }
  return [...rows, ...(await benchGost(openssl))];
}

async function benchGost(openssl: OpenSsl | null): Promise<Row[]> {
  const engine = openssl?.hasGost === true ? gostVerification(openssl) : null;
  const rows: Row[] = [];
  for (const scheme of GOST_SCHEMES) {
    const { product } = await measure({ product: gostTrial(scheme, 77n) });
    rows.push({ name: `verify ${scheme.name}`, unit: 'us', product, openssl: scheme.curve.size === 64 ? engine : null });
  }
  return rows;
}

function gostTrial(scheme: GostScheme, secret: bigint): () => Promise<unknown> {
  const key = readPublicKey(element(gostPublicKey(scheme, secret)));
  const algorithm = readAlgorithm(element(der(seq(oid(scheme.signatureOid), nothing()))));
  const value = signGost3410(scheme.curve, secret, hashWhole(createGostHash(scheme.hash), DATA));
  return () => verifyValue({ algorithm, digest: null, key, data: DATA, value });
}

const MIB = 1 << 20;

export async function benchHashes(openssl: OpenSsl | null): Promise<Row[]> {
  const large = new Uint8Array(4 * MIB);
  const rows: Row[] = [];
  for (const hash of ['GOST 34.11-2015-512', 'GOST 34.311-95'] as const) {
    const { product } = await measure({ product: () => hashWhole(createGostHash(hash), large) }, { rounds: 5, most: 1 });
    const rate = product === null ? null : Math.round((4 * 1e6) / product);
    rows.push({ name: hash, unit: 'MiB/s', product: rate, openssl: hash !== 'GOST 34.311-95' && openssl?.hasGost === true ? streebogRate(openssl) : null });
  }
  return rows;
}

export async function benchCertificates(encoded: Uint8Array<ArrayBuffer>): Promise<Row[]> {
  const figures = await measure({
    product: () => readCertificate(encoded),
    'node:crypto': () => new X509Certificate(encoded),
    pkijs: () => new Certificate({ schema: fromBER(encoded).result }),
  });
  return [{ name: `read a certificate of ${encoded.length} octets`, unit: 'us', ...figures }];
}

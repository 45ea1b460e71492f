/** Every algorithm of the closed table is right over what it signed and wrong over anything else; one that is added there fails here until it is tried. */
import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestRow, readAlgorithm, signatureRow } from '../../../electron/core/trust/algorithms/algorithms.ts';
import { readPublicKey } from '../../../electron/core/trust/algorithms/public-key.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';
import { DerReader } from '../../../electron/core/trust/asn1/der.ts';
import { createGostHash, GOST_SCHEMES, type GostScheme } from '../../../electron/core/trust/gost/gost-algorithms.ts';
import { hashWhole } from '../../../electron/core/trust/gost/incremental-hash.ts';
import { signGost3410 } from '../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { type Asn1, der, explicit, int, nothing, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { gostPublicKey } from '../../fakes/gost-authority.ts';

const DATA = Uint8Array.of(1, 2, 3);
const OTHER = Uint8Array.of(1, 2, 4);
/** When everything in the table was accepted, for what is over since. */
const OLD = new Date('2010-01-01T00:00:00Z');
const SECRET = 0x7a11_0000_2026n;
const DIGEST = { sha1: '1.3.14.3.2.26', sha224: '2.16.840.1.101.3.4.2.4', sha256: '2.16.840.1.101.3.4.2.1', sha384: '2.16.840.1.101.3.4.2.2', sha512: '2.16.840.1.101.3.4.2.3' } as const;

interface Trial {
  algorithm: Asn1;
  spki: Uint8Array;
  value: Uint8Array;
  digest: string | null;
}

const spkiOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa = (id: string, hash: string, digest: string | null = null): Trial => ({ algorithm: seq(oid(id), nothing()), spki: spkiOf(RSA.publicKey), value: sign(hash, DATA, RSA.privateKey), digest });
function ecdsa(id: string, namedCurve: string, hash: string): Trial {
  const pair = generateKeyPairSync('ec', { namedCurve });
  return { algorithm: seq(oid(id)), spki: spkiOf(pair.publicKey), value: sign(hash, DATA, pair.privateKey), digest: null };
}
function pss(id: string): Trial {
  const hash = seq(oid(DIGEST.sha256));
  const parameters = seq(explicit(0, hash), explicit(1, seq(oid('1.2.840.113549.1.1.8'), hash)), explicit(2, int(32)));
  const value = sign('sha256', DATA, { key: RSA.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
  return { algorithm: seq(oid(id), parameters), spki: spkiOf(RSA.publicKey), value, digest: null };
}
function ed25519(id: string): Trial {
  const pair = generateKeyPairSync('ed25519');
  return { algorithm: seq(oid(id)), spki: spkiOf(pair.publicKey), value: sign(null, DATA, pair.privateKey), digest: null };
}
const gost = (scheme: GostScheme, id: string, digest: string | null): Trial => ({
  algorithm: seq(oid(id), nothing()),
  spki: gostPublicKey(scheme, SECRET),
  value: signGost3410(scheme.curve, SECRET, new Uint8Array(hashWhole(createGostHash(scheme.hash), DATA))),
  digest,
});

const RSA_KEY = '1.2.840.113549.1.1.1';
const SIGNATURES: Readonly<Record<string, () => Trial>> = {
  [RSA_KEY]: () => rsa(RSA_KEY, 'sha256', DIGEST.sha256),
  '1.2.840.113549.1.1.5': () => rsa('1.2.840.113549.1.1.5', 'sha1'),
  '1.2.840.113549.1.1.14': () => rsa('1.2.840.113549.1.1.14', 'sha224'),
  '1.2.840.113549.1.1.11': () => rsa('1.2.840.113549.1.1.11', 'sha256'),
  '1.2.840.113549.1.1.12': () => rsa('1.2.840.113549.1.1.12', 'sha384'),
  '1.2.840.113549.1.1.13': () => rsa('1.2.840.113549.1.1.13', 'sha512'),
  '1.2.840.113549.1.1.10': () => pss('1.2.840.113549.1.1.10'),
  '1.2.840.10045.4.1': () => ecdsa('1.2.840.10045.4.1', 'P-256', 'sha1'),
  '1.2.840.10045.4.3.2': () => ecdsa('1.2.840.10045.4.3.2', 'P-256', 'sha256'),
  '1.2.840.10045.4.3.3': () => ecdsa('1.2.840.10045.4.3.3', 'P-384', 'sha384'),
  '1.2.840.10045.4.3.4': () => ecdsa('1.2.840.10045.4.3.4', 'P-521', 'sha512'),
  '1.3.101.112': () => ed25519('1.3.101.112'),
  ...Object.fromEntries(
    GOST_SCHEMES.flatMap((scheme) => [
      [scheme.signatureOid, () => gost(scheme, scheme.signatureOid, null)],
      [scheme.keyOid, () => gost(scheme, scheme.keyOid, scheme.hashOid)],
    ]),
  ),
};
/** Named beside a signature that names only its key. */
const DIGESTS: Readonly<Record<string, () => Trial>> = {
  ...Object.fromEntries(Object.entries(DIGEST).map(([hash, id]) => [id, () => rsa(RSA_KEY, hash, id)])),
  ...Object.fromEntries(GOST_SCHEMES.map((scheme) => [scheme.hashOid, () => gost(scheme, scheme.keyOid, scheme.hashOid)])),
};

/** What is written in the module of the table, and the schemes it takes from elsewhere. */
const written = [
  ...[...readFileSync(new URL('../../../electron/core/trust/algorithms/algorithms.ts', import.meta.url), 'utf8').matchAll(/'(\d+(?:\.\d+){3,})'/g)].map(([, id]) => id!),
  ...GOST_SCHEMES.flatMap(({ keyOid, signatureOid, hashOid }) => [keyOid, signatureOid, hashOid]),
];
const accepted = (isAccepted: (id: string) => boolean): string[] => [...new Set(written)].filter(isAccepted).toSorted();

it('no algorithm of the table is left out', () => {
  expect(Object.keys(SIGNATURES).toSorted()).toEqual(accepted((id) => signatureRow(id).kind !== 'refused'));
  expect(Object.keys(DIGESTS).toSorted()).toEqual(accepted((id) => digestRow(id, OLD).kind !== 'refused'));
});

describe.each([...Object.entries(SIGNATURES), ...Object.entries(DIGESTS)])('%s', (_, make) => {
  it('is right over what was signed, and wrong over anything else and by another value', async () => {
    const { algorithm, spki, value, digest } = make();
    const element = (encoded: Uint8Array) => new DerReader(Uint8Array.from(encoded)).element();
    const asked = { algorithm: readAlgorithm(element(der(algorithm))), digest, key: readPublicKey(element(spki)), value: Uint8Array.from(value), madeBy: OLD };
    expect((await verifyValue({ ...asked, data: DATA })).is).toBe('right');
    expect((await verifyValue({ ...asked, data: OTHER })).is).toBe('wrong');
    const last = asked.value.length - 1;
    expect((await verifyValue({ ...asked, data: DATA, value: asked.value.with(last, asked.value[last]! ^ 1) })).is).toBe('wrong');
  });
});

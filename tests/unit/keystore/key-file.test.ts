/** What a key file must be: a key this desk can use, and the certificate that is that key's; every refusal beside the file that opens. */
import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { openKeyFile } from '../../../electron/core/keystore/index.ts';
import { GAMMA_KEY } from '../../../electron/core/trust/gost/gost-algorithms.ts';
import { pointOctets, publicKeyOf } from '../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { bits, der, int, nothing, octets, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { GOST_2004, GOST_2015, gostAuthority, gostPrivateKey, gostPublicKey } from '../../fakes/gost-authority.ts';
import { keyCustody } from '../../fakes/benches/key-custody.ts';
import { openedCertificate } from '../../fakes/opened-certificate.ts';
import { sealKeyFile } from '../../fakes/documents/sealed-key-file.ts';
import { syntheticIin } from '../../fakes/synthetic-citizen.ts';

const PASSWORD = 'Secret-Kүлтегін-1';
const IIN = syntheticIin('1980-03-04');
const SECRET = 0x2b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfen;
const authority = gostAuthority(new Date('2026-11-22T05:00:00Z'));
const certificateOf = (publicKey: Uint8Array) => authority.issue(IIN, publicKey);

const open = (privateKey: Uint8Array, ...certificates: Uint8Array[]) => openedCertificate(sealKeyFile({ privateKey, certificates }, PASSWORD), PASSWORD);
const opened = (certificate: Uint8Array) => success(new Uint8Array(certificate));

type WebAlgorithm = Parameters<typeof crypto.subtle.generateKey>[0] & { name: string };
async function webKey(algorithm: WebAlgorithm): Promise<{ privateKey: Uint8Array; certificate: Uint8Array }> {
  const pair = (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const exported = async (format: 'pkcs8' | 'spki', key: CryptoKey) => new Uint8Array(await crypto.subtle.exportKey(format, key));
  return { privateKey: await exported('pkcs8', pair.privateKey), certificate: certificateOf(await exported('spki', pair.publicKey)) };
}
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) };
const ecdsa = (namedCurve: string) => ({ name: 'ECDSA', namedCurve });

describe.each([
  [GOST_2015.name, GOST_2015],
  [GOST_2004.name, GOST_2004],
])('a key of %s', (_, scheme) => {
  const order = scheme.curve.Point.Fn.ORDER;
  const certificate = certificateOf(gostPublicKey(scheme, SECRET));

  test('opens to its password only', async () => {
    const keyFile = sealKeyFile({ privateKey: gostPrivateKey(scheme, SECRET), certificates: [certificate] }, PASSWORD);
    expect(await openedCertificate(keyFile, PASSWORD)).toEqual(opened(certificate));
    expect(await openedCertificate(keyFile, 'wrong')).toEqual(failure('password-wrong'));
  });

  test.each([
    ['small', 1n],
    ['the largest', order - 1n],
  ])('opens where its number is %s', async (_size, secret) => {
    const own = certificateOf(gostPublicKey(scheme, secret));
    expect(await open(gostPrivateKey(scheme, secret), own)).toEqual(opened(own));
  });

  test('names its own certificate among those of its issuers', async () => {
    expect(await open(gostPrivateKey(scheme, SECRET), authority.root, certificate)).toEqual(opened(certificate));
  });

  test('is not the key of another certificate', async () => {
    expect(await open(gostPrivateKey(scheme, SECRET + 1n), certificate)).toEqual(failure('key-mismatch'));
    expect(await open(gostPrivateKey(scheme, SECRET), authority.root)).toEqual(failure('key-mismatch'));
  });

  test.each([
    ['zero', 0n],
    ['the order of the group', order],
  ])('is none where its number is %s', async (_size, secret) => {
    expect(await open(gostPrivateKey(scheme, secret), certificate)).toEqual(failure('key-file-unreadable'));
  });
});

describe('a key of GOST', () => {
  const certificate = certificateOf(gostPublicKey(GOST_2015, SECRET));
  const algorithm = seq(oid(GOST_2015.keyOid), seq(oid(GOST_2015.curveOid), oid(GOST_2015.keyHashOid)));

  test.each([
    ['octets of another length', der(octets(new Uint8Array(63).fill(1)))],
    ['a negative number', Uint8Array.of(2, 1, 0xff)],
    ['a number with a needless zero', Uint8Array.of(2, 2, 0, 1)],
    ['no structure at all', new Uint8Array(64).fill(1)],
    ['nothing', new Uint8Array()],
  ])('is none where it holds %s', async (_what, contents) => {
    expect(await open(der(seq(int(0), algorithm, octets(contents))), certificate)).toEqual(failure('key-file-unreadable'));
  });

  test('of one year does not belong to a certificate of the other', async () => {
    expect(await open(gostPrivateKey(GOST_2004, SECRET), certificate)).toEqual(failure('key-mismatch'));
    expect(await open(gostPrivateKey(GOST_2015, SECRET), certificate)).toEqual(opened(certificate));
  });

  test('of the withdrawn Gamma arc opens with its own certificate, and signs nothing', async () => {
    const octetsOfSecret = new Uint8Array(32).fill(7);
    const blob = Uint8Array.of(6, 2, 0, 0, 0x3a, 0xaa, 0, 0, 0, 0x45, 0x43, 0x31, 0, 2, 0, 0, ...pointOctets(publicKeyOf(GOST_2004.curve, BigInt(`0x${'07'.repeat(32)}`))));
    const gammaAlgorithm = seq(oid(GAMMA_KEY), nothing());
    const gamma = der(seq(int(0), gammaAlgorithm, octets(der(seq(int(1), octets(octetsOfSecret))))));
    const own = certificateOf(der(seq(gammaAlgorithm, bits(blob))));
    expect(await open(gamma, own)).toEqual(opened(own));
    expect(await open(gamma, certificate)).toEqual(failure('key-mismatch'));
    const key = await openKeyFile(sealKeyFile({ privateKey: gamma, certificates: [own] }, PASSWORD), PASSWORD, keyCustody());
    expect(key.ok && (await key.value.sign(Uint8Array.of(1)))).toEqual(failure('scheme-refused'));
  });
});

describe.each([
  ['RSA', RSA],
  ['P-256', ecdsa('P-256')],
  ['P-384', ecdsa('P-384')],
])('a key of %s', (_, algorithm) => {
  test('opens with its own certificate and no other', async () => {
    const [own, other] = await Promise.all([webKey(algorithm), webKey(algorithm)]);
    expect(await open(own.privateKey, own.certificate)).toEqual(opened(own.certificate));
    expect(await open(own.privateKey, other.certificate)).toEqual(failure('key-mismatch'));
    expect(await open(own.privateKey, certificateOf(gostPublicKey(GOST_2015, SECRET)))).toEqual(failure('key-mismatch'));
  });
});

test('a key of ECDSA on one curve does not belong to a certificate on another, and a damaged one is none', async () => {
  const [small, large] = await Promise.all([webKey(ecdsa('P-256')), webKey(ecdsa('P-384'))]);
  expect(await open(small.privateKey, large.certificate)).toEqual(failure('key-mismatch'));
  // The number of a P-256 key is its only OCTET STRING of 32 octets.
  const start = Buffer.from(small.privateKey).indexOf(Buffer.of(0x04, 0x20)) + 2;
  const zeroed = small.privateKey.slice().fill(0, start, start + 32);
  expect(await open(zeroed, small.certificate)).toEqual(failure('key-file-unreadable'));
});

test('a file that nothing ties to its password does not open', async () => {
  const certificate = certificateOf(gostPublicKey(GOST_2015, SECRET));
  const sealed = sealKeyFile({ privateKey: gostPrivateKey(GOST_2015, SECRET), certificates: [certificate] }, PASSWORD);
  const pfx = forge.asn1.fromDer(forge.util.binary.raw.encode(sealed));
  const written = () => forge.util.binary.raw.decode(forge.asn1.toDer(pfx).getBytes());
  expect(await openedCertificate(written(), PASSWORD)).toEqual(opened(certificate));
  (pfx.value as forge.asn1.Asn1[]).pop();
  expect(await openedCertificate(written(), PASSWORD)).toEqual(failure('key-file-unreadable'));
});

/** Which keys and algorithms are listened to at all. */
import { constants, generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bits, der, explicit, int, nothing, oid, seq } from '../../../electron/stand/authority/asn1.ts';
import { readAlgorithm } from '../../../electron/core/trust/algorithms/algorithms.ts';
import { DerReader } from '../../../electron/core/trust/asn1/der.ts';
import { readPublicKey } from '../../../electron/core/trust/algorithms/public-key.ts';
import { verifyValue } from '../../../electron/core/trust/algorithms/verify-value.ts';

const DATA = Uint8Array.of(1, 2, 3);
const element = (bytes: Uint8Array): ReturnType<DerReader['element']> => new DerReader(Uint8Array.from(bytes)).element();
const RSA_SHA256 = seq(oid('1.2.840.113549.1.1.11'), nothing());

async function answer(
  pair: KeyPairKeyObjectResult,
  algorithm: Parameters<typeof der>[0],
  hash = 'sha256',
  digest: string | null = null,
): Promise<string> {
  const key = readPublicKey(element(pair.publicKey.export({ type: 'spki', format: 'der' })));
  const value = Uint8Array.from(sign(hash, DATA, pair.privateKey));
  return (await verifyValue({ algorithm: readAlgorithm(element(der(algorithm))), digest, key, data: DATA, value })).is;
}

const rsa = (modulusLength: number): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength });
const ec = (namedCurve: string): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve });

describe('keys and algorithms', () => {
  it('RSA is listened to from 2048 bits', async () => {
    expect(await answer(rsa(2048), RSA_SHA256)).toBe('right');
    expect(await answer(rsa(1024), RSA_SHA256)).toBe('refused');
    expect(await answer(rsa(2040), RSA_SHA256)).toBe('refused');
  });

  it('RSA is listened to with a public exponent of up to 33 bits', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 0x1_0001 });
    const modulus = Buffer.from(publicKey.export({ format: 'jwk' }).n!, 'base64url');
    const under = async (exponent: string): Promise<string> => {
      const numbers = der(seq(int(Uint8Array.from([0, ...modulus])), int(Uint8Array.from(Buffer.from(exponent, 'hex')))));
      const key = readPublicKey(element(der(seq(seq(oid('1.2.840.113549.1.1.1'), nothing()), bits(numbers)))));
      const value = Uint8Array.from(sign('sha256', DATA, privateKey));
      return (await verifyValue({ algorithm: readAlgorithm(element(der(RSA_SHA256))), digest: null, key, data: DATA, value })).is;
    };
    expect(await under('010001')).toBe('right');
    expect(await under('0100000001')).toBe('wrong');
    expect(await under('0200000001')).toBe('refused');
    expect(await under('010000')).toBe('refused');
    expect(await under('01')).toBe('refused');
  });

  it('ECDSA is listened to on the named curves', async () => {
    const ecdsaSha256 = seq(oid('1.2.840.10045.4.3.2'));
    expect(await answer(ec('prime256v1'), ecdsaSha256)).toBe('right');
    expect(await answer(ec('secp384r1'), seq(oid('1.2.840.10045.4.3.3')), 'sha384')).toBe('right');
    expect(await answer(ec('secp521r1'), seq(oid('1.2.840.10045.4.3.4')), 'sha512')).toBe('right');
    expect(await answer(ec('secp256k1'), ecdsaSha256)).toBe('refused');
    expect(await answer(ec('prime256v1'), seq(oid('1.2.840.10045.4.3.2'), nothing()))).toBe('refused');
  });

  it('a signature agrees with the digest that is named beside it, whatever its kind', async () => {
    const [SHA256, SHA512] = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.3'];
    const ecdsaSha256 = seq(oid('1.2.840.10045.4.3.2'));
    expect(await answer(ec('prime256v1'), ecdsaSha256, 'sha256', SHA256)).toBe('right');
    expect(await answer(ec('prime256v1'), ecdsaSha256, 'sha256', SHA512)).toBe('refused');
    const pair = rsa(2048);
    const pss = { key: pair.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    const parameters = seq(explicit(0, seq(oid(SHA256))), explicit(1, seq(oid('1.2.840.113549.1.1.8'), seq(oid(SHA256)))), explicit(2, int(32)));
    const key = readPublicKey(element(pair.publicKey.export({ type: 'spki', format: 'der' })));
    const asked = { algorithm: readAlgorithm(element(der(seq(oid('1.2.840.113549.1.1.10'), parameters)))), key, data: DATA, value: Uint8Array.from(sign('sha256', DATA, pss)) };
    expect((await verifyValue({ ...asked, digest: SHA256 })).is).toBe('right');
    expect((await verifyValue({ ...asked, digest: SHA512 })).is).toBe('refused');
  });

  it('a key kept to PSS makes no other signatures, and only by the parameters it names (RFC 4055 3.1)', async () => {
    const [SHA256, SHA512] = ['2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.3'];
    const pss = (hash: string, salt: number): Parameters<typeof der>[0] =>
      seq(oid('1.2.840.113549.1.1.10'), seq(explicit(0, seq(oid(hash))), explicit(1, seq(oid('1.2.840.113549.1.1.8'), seq(oid(hash)))), explicit(2, int(salt))));
    const under = async (kept: object, algorithm: Parameters<typeof der>[0], { data = DATA, saltLength = 32, hash = 'sha256' } = {}): Promise<string> => {
      const { publicKey, privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048, ...kept });
      const key = readPublicKey(element(publicKey.export({ type: 'spki', format: 'der' })));
      const signing = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
      return (await verifyValue({ algorithm: readAlgorithm(element(der(algorithm))), digest: null, key, data, value: Uint8Array.from(sign(hash, DATA, signing)) })).is;
    };
    const kept = { hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 32 };
    expect(await under({}, pss(SHA256, 32))).toBe('right');
    expect(await under(kept, pss(SHA256, 32))).toBe('right');
    expect(await under(kept, pss(SHA256, 48), { saltLength: 48 })).toBe('right');
    expect(await under(kept, pss(SHA256, 32), { data: DATA.with(0, 9) })).toBe('wrong');
    expect(await under(kept, pss(SHA256, 20))).toBe('refused');
    expect(await under(kept, pss(SHA512, 32))).toBe('refused');
    expect(await under({}, RSA_SHA256)).toBe('refused');
    expect(await under({ modulusLength: 1024 }, pss(SHA256, 32))).toBe('refused');
  });

  it('an algorithm of another kind of key is refused', async () => {
    expect(await answer(ec('prime256v1'), RSA_SHA256)).toBe('refused');
    expect(await answer(rsa(2048), seq(oid('1.2.840.10045.4.3.2')))).toBe('refused');
  });

  it('weak hashes are refused and unknown algorithms too', async () => {
    expect(await answer(rsa(2048), seq(oid('1.2.840.113549.1.1.5'), nothing()), 'sha1')).toBe('refused');
    expect(await answer(rsa(2048), seq(oid('1.2.3.4'), nothing()))).toBe('refused');
    expect(await answer(rsa(2048), seq(oid('1.2.840.113549.1.1.1'), nothing()))).toBe('refused');
    expect(await answer(rsa(2048), seq(oid('1.2.840.113549.1.1.1'), nothing()), 'sha256', '2.16.840.1.101.3.4.2.1')).toBe('right');
  });

  it.each([
    ['1.3.6.1.4.1.6801.1.2.2', 'signature of the withdrawn Gamma algorithm'],
    ['1.2.643.7.1.1.3.3', 'GOST R 34.10-2012-512 of Russia'],
    ['1.2.643.7.1.1.3.2', 'GOST R 34.10-2012-256 of Russia'],
    ['1.2.643.2.2.3', 'GOST R 34.10-2001 of Russia'],
  ])('%s is refused by its name', async (algorithm, why) => {
    const key = readPublicKey(element(rsa(2048).publicKey.export({ type: 'spki', format: 'der' })));
    const named = readAlgorithm(element(der(seq(oid(algorithm), nothing()))));
    expect(await verifyValue({ algorithm: named, digest: null, key, data: DATA, value: DATA })).toEqual({ is: 'refused', why });
  });

  it('a key that cannot be read is refused and not an exception', async () => {
    const key = readPublicKey(element(der(seq(seq(oid('1.2.840.113549.1.1.1'), nothing()), bits(Uint8Array.of(0x30, 0x80))))));
    const algorithm = readAlgorithm(element(der(RSA_SHA256)));
    expect((await verifyValue({ algorithm, digest: null, key, data: DATA, value: DATA })).is).toBe('refused');
  });
});

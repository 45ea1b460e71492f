/** Which keys and algorithms are listened to at all. */
import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bits, der, nothing, oid, seq } from '../../../electron/stand/authority/asn1.ts';
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

  it('ECDSA is listened to on the named curves', async () => {
    const ecdsaSha256 = seq(oid('1.2.840.10045.4.3.2'));
    expect(await answer(ec('prime256v1'), ecdsaSha256)).toBe('right');
    expect(await answer(ec('secp384r1'), seq(oid('1.2.840.10045.4.3.3')), 'sha384')).toBe('right');
    expect(await answer(ec('secp521r1'), seq(oid('1.2.840.10045.4.3.4')), 'sha512')).toBe('right');
    expect(await answer(ec('secp256k1'), ecdsaSha256)).toBe('refused');
    expect(await answer(ec('prime256v1'), seq(oid('1.2.840.10045.4.3.2'), nothing()))).toBe('refused');
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

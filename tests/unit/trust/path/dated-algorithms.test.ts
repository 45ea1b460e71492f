/** Algorithms by their time: what is weak today still proves what provably existed before, and nothing later. */
import { generateKeyPairSync, type KeyPairKeyObjectResult, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AlgorithmTerms } from '../../../../shared/domain/trust/algorithm-term.ts';
import shipped from '../../../../resources/policy/algorithms.json' with { type: 'json' };
import { bits, der, nothing, oid, seq } from '../../../../electron/stand/authority/asn1.ts';
import { digestRow, readAlgorithm } from '../../../../electron/core/trust/algorithms/algorithms.ts';
import { DerReader } from '../../../../electron/core/trust/asn1/der.ts';
import { readPublicKey } from '../../../../electron/core/trust/algorithms/public-key.ts';
import { type ValueAnswer, verifyValue } from '../../../../electron/core/trust/algorithms/verify-value.ts';

const DATA = Uint8Array.of(1, 2, 3);
const SHA1 = '1.3.14.3.2.26';
const RSA_SHA1 = seq(oid('1.2.840.113549.1.1.5'), nothing());
const RSA_SHA224 = seq(oid('1.2.840.113549.1.1.14'), nothing());
const RSA_SHA256 = seq(oid('1.2.840.113549.1.1.11'), nothing());
const ED25519 = seq(oid('1.3.101.112'));
const element = (bytes: Uint8Array): ReturnType<DerReader['element']> => new DerReader(Uint8Array.from(bytes)).element();

interface Trial {
  algorithm: Parameters<typeof der>[0];
  hash: string | null;
  madeBy?: string;
  digest?: string;
  data?: Uint8Array<ArrayBuffer>;
}

async function answer(pair: KeyPairKeyObjectResult, { algorithm, hash, madeBy, digest, data = DATA }: Trial): Promise<ValueAnswer> {
  const key = readPublicKey(element(pair.publicKey.export({ type: 'spki', format: 'der' })));
  const value = Uint8Array.from(sign(hash, DATA, pair.privateKey));
  const asked = { algorithm: readAlgorithm(element(der(algorithm))), digest: digest ?? null, key, data, value };
  return verifyValue({ ...asked, madeBy: madeBy === undefined ? null : new Date(madeBy) });
}

const rsa = (modulusLength: number): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength });

describe('the shipped terms', () => {
  it('name each dated algorithm once, with its source', () => {
    expect(AlgorithmTerms.safeParse(shipped).success).toBe(true);
    expect(AlgorithmTerms.safeParse([...shipped, shipped[0]]).success).toBe(false);
    expect(AlgorithmTerms.safeParse(shipped.slice(1)).success).toBe(false);
  });
});

describe('weak algorithms', () => {
  const key = rsa(2048);

  it.each([
    ['without a proof of its time', {}, { is: 'refused', why: 'SHA-1' }],
    ['of a time when it was accepted', { madeBy: '2016-12-31T23:59:59Z' }, { is: 'right', legacy: ['SHA-1'] }],
    ['of the first instant afterwards', { madeBy: '2017-01-01T00:00:00Z' }, { is: 'refused', why: 'SHA-1' }],
    ['of an accepted time, over other data', { madeBy: '2016-12-31T23:59:59Z', data: DATA.with(0, 9) }, { is: 'wrong' }],
  ])('SHA-1 %s', async (_, trial, expected) => {
    expect(await answer(key, { algorithm: RSA_SHA1, hash: 'sha1', ...trial })).toEqual(expected);
  });

  it.each([
    [1024, '2013-12-31T23:59:59Z', { is: 'right', legacy: ['RSA-1024'] }],
    [1024, '2014-01-01T00:00:00Z', { is: 'refused', why: 'RSA-1024' }],
    [1536, '2013-06-01T00:00:00Z', { is: 'right', legacy: ['RSA-1024'] }],
    [768, '1999-01-01T00:00:00Z', { is: 'refused', why: 'RSA-768' }],
    [2048, '1999-01-01T00:00:00Z', { is: 'right' }],
  ])('RSA of %d bits as of %s', async (size, madeBy, expected) => {
    expect(await answer(rsa(size), { algorithm: RSA_SHA256, hash: 'sha256', madeBy })).toEqual(expected);
  });

  it('both at once are both named', async () => {
    expect(await answer(rsa(1024), { algorithm: RSA_SHA1, hash: 'sha1', madeBy: '2010-01-01' })).toEqual({ is: 'right', legacy: ['SHA-1', 'RSA-1024'] });
  });

  it('the digest of a message by SHA-1 is taken for its time only', () => {
    expect(digestRow(SHA1)).toEqual({ kind: 'refused', why: 'SHA-1' });
    expect(digestRow(SHA1, new Date('2016-01-01'))).toEqual({ kind: 'hash', hash: 'SHA-1' });
    expect(digestRow(SHA1, new Date('2018-01-01'))).toEqual({ kind: 'refused', why: 'SHA-1' });
  });

  it('MD5 was never accepted', () => {
    expect(digestRow('1.2.840.113549.2.5', new Date('2000-01-01'))).toEqual({ kind: 'refused', why: 'MD5' });
  });
});

describe('algorithms that are accepted and rare', () => {
  it('RSA with SHA-224, which WebCrypto does not know', async () => {
    const key = rsa(2048);
    expect(await answer(key, { algorithm: RSA_SHA224, hash: 'sha224' })).toEqual({ is: 'right' });
    expect(await answer(key, { algorithm: RSA_SHA224, hash: 'sha224', data: DATA.with(0, 9) })).toEqual({ is: 'wrong' });
    expect(await answer(key, { algorithm: RSA_SHA224, hash: 'sha256' })).toEqual({ is: 'wrong' });
  });

  it('Ed25519, with SHA-512 where a digest is named (RFC 8419)', async () => {
    const key = generateKeyPairSync('ed25519');
    expect(await answer(key, { algorithm: ED25519, hash: null })).toEqual({ is: 'right' });
    expect(await answer(key, { algorithm: ED25519, hash: null, digest: '2.16.840.1.101.3.4.2.3' })).toEqual({ is: 'right' });
    expect((await answer(key, { algorithm: ED25519, hash: null, digest: '2.16.840.1.101.3.4.2.1' })).is).toBe('refused');
    expect(await answer(key, { algorithm: ED25519, hash: null, data: DATA.with(0, 9) })).toEqual({ is: 'wrong' });
    expect((await answer(key, { algorithm: seq(oid('1.3.101.112'), nothing()), hash: null })).is).toBe('refused');
    expect((await answer(rsa(2048), { algorithm: ED25519, hash: 'sha512' })).is).toBe('refused');
  });

  it('a key of Ed25519 that is no key is refused', async () => {
    const key = readPublicKey(element(der(seq(ED25519, bits(Uint8Array.of(1, 2, 3))))));
    const algorithm = readAlgorithm(element(der(ED25519)));
    expect((await verifyValue({ algorithm, digest: null, key, data: DATA, value: new Uint8Array(64) })).is).toBe('refused');
  });
});

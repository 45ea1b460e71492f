/** Kazakh GOST against published values: hashes, signatures with their damaged twins, and a key pair made by the NCA's own library. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedBy } from '../../electron/core/trust/path/build-path.ts';
import { readCertificate } from '../../electron/core/trust/x509/certificate.ts';
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from '../../electron/core/trust/gost/curves.ts';
import { createGost341194, createGost3431195 } from '../../electron/core/trust/gost/gost-34-311-95.ts';
import { readPoint, verifyGost3410 } from '../../electron/core/trust/gost/gost-34-10.ts';
import { hashWhole, type IncrementalHash } from '../../electron/core/trust/gost/incremental-hash.ts';
import { pointOctets, publicKeyOf } from '../../electron/core/trust/gost/sign-gost-34-10.ts';
import { createStreebog256, createStreebog512, streebog512 } from '../../electron/core/trust/gost/streebog.ts';
import { bytesToHex, hexToBytes } from '../../shared/util/bytes.ts';
import { absence, type Corpus, type CorpusCase, dataPath, readCorpus } from './corpus.ts';
import { CRYPTO_PRO_S_BOX, FOREIGN_CURVES } from './foreign-gost-curves.ts';

/** Numbers in hexadecimal as they are read; a digest in the order of its octets. */
interface GostCase extends CorpusCase {
  alg: string;
  want: string;
  curve: string;
  x: string;
  y: string;
  digest: string;
  r: string;
  s: string;
}

const HASHES: Readonly<Record<string, () => IncrementalHash>> = {
  streebog512: createStreebog512,
  streebog256: createStreebog256,
  'gost94-test': createGost3431195,
  'gost94-cryptopro': () => createGost341194(CRYPTO_PRO_S_BOX),
};

const CURVES: Readonly<Record<string, GostCurve>> = {
  'id-tc26-gost-3410-12-512-paramSetA': CURVE_512_A,
  'id-tc26-gost-3410-2012-256-paramSetA': CURVE_256_A,
  'id-GostR3410-2001-CryptoPro-A-ParamSet': CURVE_2004_A,
  ...FOREIGN_CURVES,
};

function isRight({ curve: name, x, y, digest, r, s }: GostCase): boolean {
  const curve = CURVES[name]!;
  const pair = (first: string, second: string): Uint8Array =>
    Buffer.concat([first, second].map((number) => hexToBytes(number.padStart(2 * curve.size, '0')).toReversed()));
  const point = readPoint(curve, pair(x, y));
  return point !== null && verifyGost3410({ curve, point }, hexToBytes(digest), pair(r, s));
}

const absent = absence('crypto/gost/gost.corpus.json');

describe.skipIf(absent !== null)(absent === null ? 'published values of GOST' : `skipped: ${absent}`, () => {
  let corpus: Corpus;
  let cases: GostCase[];

  beforeAll(() => {
    corpus = readCorpus('gost/gost');
    cases = corpus.cases as GostCase[];
  });

  it.each(Object.keys(HASHES))('every digest by %s', (alg) => {
    const asked = cases.filter((one) => one.kind === 'hash' && one.alg === alg);
    const wrong = asked.filter(({ msg, want }) => bytesToHex(hashWhole(HASHES[alg]!(), hexToBytes(msg))) !== want);
    expect(asked.length).toBeGreaterThan(10);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.keys(CURVES))('every signature on %s, and none of the damaged', (curve) => {
    const asked = cases.filter((one) => one.kind === 'gostsig' && one.curve === curve);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => isRight(one) !== (one.expect === 'accept')).map(({ id }) => id)).toEqual([]);
  });

  it('asks of the suite all that it has', () => {
    const unasked = cases.filter(
      (one) => !(one.kind === 'hash' && one.alg in HASHES) && !(one.kind === 'gostsig' && one.curve in CURVES) && one.kind !== 'x509sig',
    );
    expect(unasked.map(({ id }) => id)).toEqual([]);
  });

  it('a certificate in the Russian encoding is refused by name: it is another row than the NCA’s', async () => {
    for (const one of corpus.cases.filter(({ kind }) => kind === 'x509sig')) {
      const answer = await signedBy(readCertificate(corpus.blob(one.cert)), readCertificate(corpus.blob(one.issuer)));
      expect(answer).toMatchObject({ is: 'refused', why: expect.stringMatching(/^1\.2\.643\./) });
    }
  });
});

describe('a key pair made by the library of the NCA', () => {
  it('has our public key, our digest, and a signature we verify', (context) => {
    const missing = absence('kz-pki/vectors/gost2015-512.kalkan.vectors');
    if (missing !== null) return context.skip(missing);
    const text = readFileSync(dataPath('kz-pki/vectors/gost2015-512.kalkan.vectors'), 'utf8');
    const value = Object.fromEntries(text.split('\n').map((line) => line.split('=', 2))) as Record<string, string>;
    const key = publicKeyOf(CURVE_512_A, BigInt(`0x${value['d']}`));
    expect([key.point.x, key.point.y]).toEqual([BigInt(`0x${value['qx']}`), BigInt(`0x${value['qy']}`)]);
    const message = new TextEncoder().encode(value['msg']);
    expect(bytesToHex(streebog512(message))).toBe(value['digest']);
    const signature = hexToBytes(value['sig']!);
    expect(verifyGost3410(key, streebog512(message), signature)).toBe(true);
    expect(verifyGost3410(key, streebog512(message.subarray(1)), signature)).toBe(false);
    // SubjectPublicKeyInfo ends with the octets of the point.
    expect(value['spki']!.endsWith(bytesToHex(pointOctets(key)))).toBe(true);
  });
});

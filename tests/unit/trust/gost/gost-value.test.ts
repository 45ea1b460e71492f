/** The closed table of Kazakh GOST: signature, key, curve and hash must all be of one row, and only then is there a right answer. */
import { describe, expect, it } from 'vitest';
import { readAlgorithm } from '../../../../electron/core/trust/algorithms/algorithms.ts';
import { type Bytes, DerReader } from '../../../../electron/core/trust/asn1/der.ts';
import { createGostHash, GAMMA_KEY, GOST_SCHEMES, type GostScheme } from '../../../../electron/core/trust/gost/gost-algorithms.ts';
import { hashWhole } from '../../../../electron/core/trust/gost/incremental-hash.ts';
import { pointOctets, publicKeyOf, signGost3410 } from '../../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { readPublicKey } from '../../../../electron/core/trust/algorithms/public-key.ts';
import { type ValueAnswer, verifyValue } from '../../../../electron/core/trust/algorithms/verify-value.ts';
import { type Asn1, bits, der, int, nothing, octets, oid, seq } from '../../../../electron/stand/authority/asn1.ts';

const DATA: Bytes = Uint8Array.from([1, 2, 3, 4, 5]);
const SECRET = 0x2b7e151628aed2a6abf7158809cf4f3c762e7160f38b4da56a784d9045190cfen;
const SHA_256 = '2.16.840.1.101.3.4.2.1';

const element = (value: Asn1): ReturnType<DerReader['element']> => new DerReader(Uint8Array.from(der(value))).element();

interface Trial {
  algorithm?: Asn1;
  digest?: string | null;
  keyAlgorithm?: Asn1;
  keyBits?: Uint8Array;
  data?: Bytes;
}

/** What is said of a good signature under this scheme, with some of it changed. */
async function answer(scheme: GostScheme, trial: Trial = {}): Promise<ValueAnswer> {
  const { curve, curveOid, hash, keyHashOid, keyOid, signatureOid } = scheme;
  const parameters = seq(oid(curveOid), oid(keyHashOid));
  const point = der(octets(pointOctets(publicKeyOf(curve, SECRET))));
  return verifyValue({
    algorithm: readAlgorithm(element(trial.algorithm ?? seq(oid(signatureOid), nothing()))),
    digest: trial.digest ?? null,
    key: readPublicKey(element(seq(trial.keyAlgorithm ?? seq(oid(keyOid), parameters), bits(trial.keyBits ?? point)))),
    data: trial.data ?? DATA,
    value: signGost3410(curve, SECRET, hashWhole(createGostHash(hash), DATA)),
  });
}

const others = (scheme: GostScheme): GostScheme[] => GOST_SCHEMES.filter((each) => each !== scheme);

describe.each(GOST_SCHEMES.map((scheme): [string, GostScheme] => [scheme.name, scheme]))('%s', (_, scheme) => {
  it('is right for its data, and wrong for other data', async () => {
    expect(await answer(scheme)).toMatchObject({ is: 'right' });
    expect(await answer(scheme, { data: DATA.with(0, 0) })).toEqual({ is: 'wrong' });
  });

  it('agrees with its own digest algorithm and no other', async () => {
    expect(await answer(scheme, { digest: scheme.hashOid })).toMatchObject({ is: 'right' });
    for (const digest of [SHA_256, ...others(scheme).map(({ hashOid }) => hashOid)])
      expect(await answer(scheme, { digest })).toMatchObject({ is: 'refused', why: 'digest and signature algorithms disagree' });
  });

  it('may be named by its key where the digest algorithm stands beside it', async () => {
    const algorithm = seq(oid(scheme.keyOid), nothing());
    expect(await answer(scheme, { algorithm, digest: scheme.hashOid })).toMatchObject({ is: 'right' });
    expect(await answer(scheme, { algorithm })).toMatchObject({ is: 'refused', why: 'signature algorithm without a hash' });
    expect((await answer(scheme, { algorithm, digest: SHA_256 })).is).toBe('refused');
  });

  it('has no parameters, absent or NULL', async () => {
    expect(await answer(scheme, { algorithm: seq(oid(scheme.signatureOid)) })).toMatchObject({ is: 'right' });
    expect((await answer(scheme, { algorithm: seq(oid(scheme.signatureOid), seq()) })).is).toBe('refused');
  });

  it('is refused under the name of another scheme', async () => {
    for (const { signatureOid } of others(scheme)) expect((await answer(scheme, { algorithm: seq(oid(signatureOid), nothing()) })).is).toBe('refused');
    for (const { keyOid } of others(scheme)) {
      const keyAlgorithm = seq(oid(keyOid), seq(oid(scheme.curveOid), oid(scheme.keyHashOid)));
      expect((await answer(scheme, { keyAlgorithm })).is).toBe('refused');
    }
  });

  it('needs a key on its own curve, for its own hash, with nothing more said', async () => {
    const { curveOid, keyHashOid, keyOid } = scheme;
    const [other] = others(scheme);
    const parameters: Asn1[] = [
      seq(oid(other!.curveOid), oid(keyHashOid)),
      seq(oid(curveOid), oid(other!.keyHashOid)),
      seq(oid(curveOid)),
      seq(oid(curveOid), oid(keyHashOid), oid(keyHashOid)),
      oid(curveOid),
      nothing(),
    ];
    for (const each of parameters) expect((await answer(scheme, { keyAlgorithm: seq(oid(keyOid), each) })).is).toBe('refused');
    expect((await answer(scheme, { keyAlgorithm: seq(oid(keyOid)) })).is).toBe('refused');
  });

  it('needs a key that is a point in an octet string', async () => {
    const point = pointOctets(publicKeyOf(scheme.curve, SECRET));
    const wrong: Uint8Array[] = [
      point,
      der(octets(point.subarray(1))),
      der(octets(point.with(0, point[0]! ^ 1))),
      der(octets(new Uint8Array(point.length))),
      der(int(point.slice(0, 9))),
      Buffer.concat([der(octets(point)), Uint8Array.of(0)]),
      new Uint8Array(),
    ];
    for (const keyBits of wrong) expect((await answer(scheme, { keyBits })).is).toBe('refused');
  });

  it('takes no key of another kind', async () => {
    const gamma = await answer(scheme, { keyAlgorithm: seq(oid(GAMMA_KEY), nothing()) });
    expect(gamma).toEqual({ is: 'refused', why: 'key of the withdrawn Gamma algorithm' });
    expect((await answer(scheme, { keyAlgorithm: seq(oid('1.2.840.113549.1.1.1'), nothing()) })).is).toBe('refused');
  });
});

it('a hash of GOST does not go with RSA', async () => {
  const [scheme] = GOST_SCHEMES;
  const algorithm = seq(oid('1.2.840.113549.1.1.1'), nothing());
  const refusal = { is: 'refused', why: 'digest and signature algorithms disagree' };
  expect(await answer(scheme!, { algorithm, digest: scheme!.hashOid })).toEqual(refusal);
});

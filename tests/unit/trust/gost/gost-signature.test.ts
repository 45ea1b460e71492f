/** The equation of GOST 34.10: the examples of the standard, our own signatures, and everything that must not pass for one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from '../../../../electron/core/trust/gost/curves.ts';
import { type GostPublicKey, readPoint, verifyGost3410 } from '../../../../electron/core/trust/gost/gost-34-10.ts';
import { pointOctets, publicKeyOf, signGost3410 } from '../../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { FOREIGN_CURVES } from '../../../conformance/peers/foreign-gost-curves.ts';

/** Octets of a number, the lowest first. */
const octets = (value: bigint, size: number): Uint8Array => hexToBytes(value.toString(16).padStart(2 * size, '0')).toReversed();

/** RFC 7091 7.1, on a curve that is for examples only. */
const EXAMPLE_256 = {
  curve: FOREIGN_CURVES['id-GostR3410-2001-TestParamSet']!,
  d: 0x7a929ade789bb9be10ed359dd39a72c11b60961f49397eee1d19ce9891ec3b28n,
  x: 0x7f2b49e270db6d90d8595bec458b50c58585ba1d4e9b788f6689dbd8e56fd80bn,
  y: 0x26f1b489d6701dd185c8413a977b3cbbaf64d1c593d26627dffb101a87ff77dan,
  e: 0x2dfbc1b372d89a1188c09c52e0eec61fce52032ab1022e8e67ece6672b043ee5n,
  k: 0x77105c9b20bcd3122823c8cf6fcc7b956de33814e95b7fe64fed924594dceab3n,
  r: 0x41aa28d2f1ab148280cd9ed56feda41974053554a42767b83ad043fd39dc0493n,
  s: 0x1456c64ba4642a1653c235a98a60249bcd6d3f746b631df928014f6c5bf9c40n,
};

/** RFC 7091 7.2: the same with 512 bits. */
const EXAMPLE_512 = {
  curve: FOREIGN_CURVES['id-tc26-gost-3410-2012-512-paramSetTest']!,
  d: 0xba6048aadae241ba40936d47756d7c93091a0e8514669700ee7508e508b102072e8123b2200a0563322dad2827e2714a2636b7bfd18aadfc62967821fa18dd4n,
  x: 0x115dc5bc96760c7b48598d8ab9e740d4c4a85a65be33c1815b5c320c854621dd5a515856d13314af69bc5b924c8b4ddff75c45415c1d9dd9dd33612cd530efe1n,
  y: 0x37c7c90cd40b0f5621dc3ac1b751cfa0e2634fa0503b3d52639f5d7fb72afd61ea199441d943ffe7f0c70a2759a3cdb84c114e1f9339fdf27f35eca93677beecn,
  e: 0x3754f3cfacc9e0615c4f4a7c4d8dab531b09b6f9c170c533a71d147035b0c5917184ee536593f4414339976c647c5d5a407adedb1d560c4fc6777d2972075b8cn,
  k: 0x359e7f4b1410feacc570456c6801496946312120b39d019d455986e364f365886748ed7a44b3e794434006011842286212273a6d14cf70ea3af71bb1ae679f1n,
  r: 0x2f86fa60a081091a23dd795e1e3c689ee512a3c82ee0dcc2643c78eea8fcacd35492558486b20f1c9ec197c90699850260c93bcbcd9c5c3317e19344e173ae36n,
  s: 0x1081b394696ffe8e6585e7a9362d26b6325f56778aadbc081c0bfbe933d52ff5823ce288e8c4f362526080df7f70ce406a6eeb1f56919cb92a9853bde73e5b4an,
};

const signatureOf = ({ curve, r, s }: typeof EXAMPLE_256): Uint8Array => Buffer.concat([octets(r, curve.size), octets(s, curve.size)]);

describe.each([
  ['RFC 7091 7.1', EXAMPLE_256],
  ['RFC 7091 7.2', EXAMPLE_512],
])('the example of %s', (_, example) => {
  const { curve, d, x, y, e, k } = example;
  const point = readPoint(curve, Buffer.concat([octets(x, curve.size), octets(y, curve.size)]))!;

  it('is verified', () => {
    expect(verifyGost3410({ curve, point }, octets(e, curve.size), signatureOf(example))).toBe(true);
    expect(verifyGost3410({ curve, point }, octets(e + 1n, curve.size), signatureOf(example))).toBe(false);
  });

  it('is what our signing gives for its key and its nonce', () => {
    expect(publicKeyOf(curve, d).point.equals(point)).toBe(true);
    const signature = signGost3410(curve, d, octets(e, curve.size), (length) => octets(k, length));
    expect(Buffer.from(signature).equals(signatureOf(example))).toBe(true);
  });
});

const CURVES: readonly GostCurve[] = [CURVE_512_A, CURVE_256_A, CURVE_2004_A];
const SECRET = 0x1f3a5c7e9b2d4f6a8c0e1b3d5f7a9c2e4b6d8f0a1c3e5b7d9f2a4c6e8b0d1f3an;

describe.each(CURVES.map((curve): [string, GostCurve] => [curve.name, curve]))('curve %s', (_, curve) => {
  const order = curve.Point.Fn.ORDER;
  const digest = new Uint8Array(curve.size).map((_octet, i) => 3 * i + 1);
  const key = publicKeyOf(curve, SECRET);
  const signature = signGost3410(curve, SECRET, digest);

  it('has a base point of its order', () => {
    expect(curve.Point.BASE.multiplyUnsafe(order - 1n).equals(curve.Point.BASE.negate())).toBe(true);
    expect(curve.Point.BASE.isTorsionFree()).toBe(true);
  });

  it('signs so that its public key, read from its octets, verifies, however often', () => {
    const read: GostPublicKey = { curve, point: readPoint(curve, pointOctets(key))! };
    // More often than a key needs to be given its table.
    for (let use = 0; use < 12; use += 1) expect(verifyGost3410(read, digest, signature)).toBe(true);
    expect(verifyGost3410(publicKeyOf(curve, SECRET + 1n), digest, signature)).toBe(false);
  });

  it('never signs twice alike', () => {
    expect(signGost3410(curve, SECRET, digest)).not.toEqual(signature);
  });

  it('takes another nonce where one is no number of the group', () => {
    const offered = [octets(0n, curve.size), octets(order, curve.size + 8), octets(7n, curve.size)];
    const made = signGost3410(curve, SECRET, digest, () => offered.shift()!);
    expect(offered).toEqual([]);
    expect(verifyGost3410(key, digest, made)).toBe(true);
  });

  it('is not verified with any bit of signature, digest or key changed', () => {
    const flip = (bytes: Uint8Array, bit: number): Uint8Array => bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));
    const anyBit = (bytes: Uint8Array): fc.Arbitrary<number> => fc.nat(8 * bytes.length - 1);
    fc.assert(
      fc.property(anyBit(signature), (bit) => !verifyGost3410(key, digest, flip(signature, bit))),
      { numRuns: 15 },
    );
    fc.assert(
      fc.property(anyBit(digest), (bit) => !verifyGost3410(key, flip(digest, bit), signature)),
      { numRuns: 15 },
    );
    // One bit away from a point of the curve there is none.
    const point = pointOctets(key);
    fc.assert(
      fc.property(anyBit(point), (bit) => readPoint(curve, flip(point, bit)) === null),
      { numRuns: 15 },
    );
  });

  it('is not verified in another layout of the two numbers', () => {
    const [r, s] = [signature.subarray(0, curve.size), signature.subarray(curve.size)];
    const layouts = [[s, r], [s.toReversed(), r.toReversed()], [r.toReversed(), s.toReversed()], [r], [r, s, r]];
    for (const layout of layouts) expect(verifyGost3410(key, digest, Buffer.concat(layout))).toBe(false);
  });

  it('refuses numbers outside the group', () => {
    const [r, s] = [signature.subarray(0, curve.size), signature.subarray(curve.size)];
    const [zero, all] = [new Uint8Array(curve.size), octets(order, curve.size)];
    const pairs: Uint8Array[][] = [
      [zero, s],
      [r, zero],
      [zero, zero],
      [all, s],
      [r, all],
    ];
    for (const pair of pairs) expect(verifyGost3410(key, digest, Buffer.concat(pair))).toBe(false);
  });

  it('counts a digest of zero as one', () => {
    const zero = new Uint8Array(curve.size);
    const made = signGost3410(curve, SECRET, zero);
    expect(verifyGost3410(key, zero, made)).toBe(true);
    expect(verifyGost3410(key, octets(1n, curve.size), made)).toBe(true);
    expect(verifyGost3410(key, octets(2n, curve.size), made)).toBe(false);
  });

  it('has no point at infinity, beyond the field or of another length', () => {
    const point = pointOctets(key);
    const beyond = curve.Point.Fp.ORDER;
    expect(readPoint(curve, new Uint8Array(2 * curve.size))).toBeNull();
    expect(readPoint(curve, point.subarray(1))).toBeNull();
    expect(readPoint(curve, Buffer.concat([octets(beyond, curve.size), point.subarray(curve.size)]))).toBeNull();
    expect(readPoint(curve, point)?.equals(key.point)).toBe(true);
  });

  it('has no private key outside the group', () => {
    expect(() => publicKeyOf(curve, 0n)).toThrow(RangeError);
    expect(() => signGost3410(curve, order, digest)).toThrow(RangeError);
  });
});

it('a point of the curve outside the group of prime order is no key', () => {
  const { Point } = CURVE_256_A;
  const { Fp } = Point;
  const { a, b } = Point.CURVE();
  const square = (x: bigint): bigint => Fp.add(Fp.mul(Fp.add(Fp.sqr(x), a), x), b);
  const isSquare = (value: bigint): boolean => Fp.eql(Fp.pow(value, (Fp.ORDER - 1n) / 2n), Fp.ONE);
  const encode = (x: bigint, y: bigint): Uint8Array => Buffer.concat([octets(x, 32), octets(y, 32)]);
  const points = [...Array(60).keys()].map((i) => BigInt(i + 1)).flatMap((x) => (isSquare(square(x)) ? [{ x, y: Fp.sqrt(square(x)) }] : []));
  const [inside, outside] = [true, false].map((is) => points.filter(({ x, y }) => (readPoint(CURVE_256_A, encode(x, y)) !== null) === is));
  // The cofactor is four: about one point of four is of the group, and four times any point is.
  expect(inside!.length).toBeGreaterThan(0);
  expect(outside!.length).toBeGreaterThan(inside!.length);
  for (const { x, y } of outside!.slice(0, 5)) {
    const cleared = Point.fromAffine({ x, y }).double().double();
    expect(readPoint(CURVE_256_A, encode(cleared.x, cleared.y))).not.toBeNull();
  }
});

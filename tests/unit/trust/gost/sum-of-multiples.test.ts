/** a·G + b·Q of our own arithmetic against the library's, and where formulas of points are easily wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from '../../../../electron/core/trust/gost/curves.ts';
import { isSumAt } from '../../../../electron/core/trust/gost/sum-of-multiples.ts';

const CURVES: [string, GostCurve][] = [CURVE_512_A, CURVE_256_A, CURVE_2004_A].map((curve) => [curve.name, curve]);

describe.each(CURVES)('curve %s', (_, curve) => {
  const { Point } = curve;
  const order = Point.Fn.ORDER;
  const scalar = fc.bigInt({ min: 0n, max: order - 1n });
  /** By the library; null for the point at infinity. */
  const expected = (a: bigint, key: bigint, b: bigint): bigint | null => {
    const sum = Point.BASE.multiplyUnsafe((a + key * b) % order);
    return sum.is0() ? null : sum.x % order;
  };
  const keyPoint = (key: bigint) => Point.BASE.multiplyUnsafe(key).toAffine();

  it('agrees with the library on any numbers, and with no other result', () => {
    fc.assert(
      fc.property(scalar, fc.bigInt({ min: 1n, max: order - 1n }), scalar, (a, key, b) => {
        const r = expected(a, key, b);
        if (r === null) return true;
        return isSumAt(curve, r, a, keyPoint(key), b) && !isSumAt(curve, (r + 1n) % order, a, keyPoint(key), b);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['only one of the two counts', 0n, 5n, 7n],
    ['only the other counts', 7n, 5n, 0n],
    ['the key is the base point, and a sum a doubling', 3n, 1n, 3n],
    ['the key is the base point turned over', 5n, order - 1n, 3n],
    ['numbers are as large as they can be', order - 1n, order - 2n, order - 1n],
    ['numbers are full of ones', (1n << 200n) - 1n, 2n, (1n << 200n) - 1n],
    ['numbers are full of zeros', 1n << 254n, 3n, 1n << 253n],
  ])('where %s', (_case, a, key, b) => {
    const r = expected(a, key, b)!;
    expect(isSumAt(curve, r, a, keyPoint(key), b)).toBe(true);
    expect(isSumAt(curve, (r + 1n) % order, a, keyPoint(key), b)).toBe(false);
  });

  it('is nowhere at infinity', () => {
    for (const [a, b] of [[0n, 0n], [order - 35n, 7n]] as const) for (const r of [0n, 1n, keyPoint(5n).x % order]) expect(isSumAt(curve, r, a, keyPoint(5n), b)).toBe(false);
  });
});

/** The arithmetic compiled for the curve 512-A: numbers at the edge of their limbs, sums its formulas leave out, and a process that may compile nothing. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CURVE_512_A } from '../../../../electron/core/trust/gost/curves.ts';
import { readNumber, writeNumber } from '../../../../electron/core/trust/gost/wasm/field-512.ts';
import { BEHIND_WORK, compilePoints512 } from '../../../../electron/core/trust/gost/wasm/points-512.ts';
import { sumOn512 } from '../../../../electron/core/trust/gost/wasm/sum-512.ts';

const { Point } = CURVE_512_A;
const prime = Point.Fp.ORDER;
const order = Point.Fn.ORDER;
const [A, B, OUT] = [BEHIND_WORK, BEHIND_WORK + 100, BEHIND_WORK + 200];

afterEach(() => vi.unstubAllGlobals());

describe('a product', () => {
  const { memory, multiply, square } = compilePoints512()!;
  const view = new DataView(memory.buffer);
  const edges = [0n, 1n, 569n, prime - 1n, prime, prime + 1n, (1n << 512n) - 1n, 1n << 511n, (1n << 484n) - 1n, ((1n << 512n) - 1n) ^ ((1n << 256n) - 1n)];
  const any = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: (1n << 512n) - 1n }));

  it('is the product modulo the prime, whichever the numbers and their limbs', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        writeNumber(view, A, a);
        writeNumber(view, B, b);
        multiply(OUT, A, B);
        expect(readNumber(view, OUT)).toBe((a * b) % prime);
        square(OUT, A);
        expect(readNumber(view, OUT)).toBe((a * a) % prime);
        // What came out goes in again, and into its own place.
        multiply(OUT, OUT, B);
        expect(readNumber(view, OUT)).toBe((a * a * b) % prime);
      }),
      { numRuns: 400, examples: edges.flatMap((a) => edges.map((b): [bigint, bigint] => [a, b])) },
    );
  });

  it.each([
    ['all limbs full, the last as large as differences make it', (1 << 28) - 1, 1 << 20],
    ['all limbs full, the last as far below zero', (1 << 28) - 1, -(1 << 20)],
  ])('of numbers that are not the least: %s', (_case, limb, last) => {
    for (let i = 0; i < 18; i += 1) view.setInt32(A + 4 * i, limb, true);
    view.setInt32(A + 72, last, true);
    const value = (BigInt(last) << 504n) + (1n << 504n) - 1n;
    multiply(OUT, A, A);
    expect(readNumber(view, OUT)).toBe(value ** 2n % prime);
    square(OUT, A);
    expect(readNumber(view, OUT)).toBe(value ** 2n % prime);
  });
});

describe('a sum', () => {
  const key = Point.BASE.multiplyUnsafe(5n).toAffine();

  it('is the sum of the library', () => {
    // Without a small multiple in common with the base: with the key above one sum in some thousand is a doubling on its way.
    const far = BigInt(`0x${'9e3779b97f4a7c15f39cc0605cedc834'.repeat(4)}`) % order;
    const farKey = Point.BASE.multiplyUnsafe(far).toAffine();
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: order - 1n }), fc.bigInt({ min: 1n, max: order - 1n }), (a, b) => {
        const { X, Z } = sumOn512(Point.BASE, a, farKey, b)!;
        const { x } = Point.BASE.multiplyUnsafe((a + far * b) % order);
        expect((X - x * Z * Z) % prime).toBe(0n);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['nothing is added', 0n, 0n],
    ['both cancel out', order - 35n, 7n],
    ['a sum on the way is a doubling', 5n, 1n],
  ])('is left to others where %s', (_case, a, b) => {
    expect(sumOn512(Point.BASE, a, key, b)).toBeNull();
    expect(sumOn512(Point.BASE, a + 1n, key, b + 2n)).not.toBeNull();
  });
});

describe('where nothing may be compiled', () => {
  it('there is no machine: a policy that forbids it', () => {
    class Forbidden extends Error {}
    const forbid = function (): never {
      throw new Forbidden();
    };
    vi.stubGlobal('WebAssembly', { CompileError: Forbidden, Module: forbid });
    expect(compilePoints512()).toBeNull();
  });

  it('there is no machine: none at all', () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect(compilePoints512()).toBeNull();
  });
});

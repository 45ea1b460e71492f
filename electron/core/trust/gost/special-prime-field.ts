/** Arithmetic modulo a prime 2ᵏ − c with a small c, as every Kazakh curve has it: folding the high half is quicker than dividing. */
import { Field, type IField } from '@noble/curves/abstract/modular.js';

/** The general field with its most used operations replaced. @param bits multiple of 64 */
export function specialPrimeField(bits: number, c: bigint): IField<bigint> {
  const exponent = BigInt(bits);
  const prime = (1n << exponent) - c;
  // 2ᵏ ≡ c: after two folds a product of two field elements is below 2ᵏ + c², less than twice the prime.
  const product = (a: bigint, b: bigint): bigint => {
    const full = a * b;
    const once = BigInt.asUintN(bits, full) + c * (full >> exponent);
    const twice = BigInt.asUintN(bits, once) + c * (once >> exponent);
    return twice >= prime ? twice - prime : twice;
  };
  const replaced = {
    mul: product,
    sqr: (a: bigint) => product(a, a),
    add(a: bigint, b: bigint) {
      const sum = a + b;
      return sum >= prime ? sum - prime : sum;
    },
    sub(a: bigint, b: bigint) {
      const difference = a - b;
      return difference < 0n ? difference + prime : difference;
    },
  };
  const general = Field(prime);
  return Object.create(
    general,
    Object.fromEntries(Object.entries(replaced).map(([name, value]) => [name, { value, enumerable: true }])),
  ) as IField<bigint>;
}

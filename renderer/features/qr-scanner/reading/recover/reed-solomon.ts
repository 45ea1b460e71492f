/** Reed–Solomon over the field of QR codes, told which codewords it must not trust: each of those costs half of what an unknown error costs. */
import { _GF256 as FIELD } from 'qr';

const { exp, log } = FIELD;

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : exp[log[a]! + log[b]!]!);
const over = (a: number, b: number): number => (a === 0 ? 0 : exp[log[a]! + 255 - log[b]!]!);

/** Coefficients from the constant up. */
const at = (polynomial: readonly number[], x: number): number => polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);

const plusShifted = (one: readonly number[], other: readonly number[], factor: number): number[] =>
  Array.from({ length: Math.max(one.length, other.length + 1) }, (_, power) => (one[power] ?? 0) ^ times(factor, power === 0 ? 0 : (other[power - 1] ?? 0)));

/**
 * Berlekamp–Massey begun with the untrusted places (Blahut, “Algebraic Codes for Data Transmission”, 7.5), then Chien and Forney.
 *
 * @param word data and parity codewords of one block, as ISO/IEC 18004 7.5.2 orders them
 * @param untrusted places in the word
 * @param spare parity codewords that must stay unused: what was corrected without any may as well be chance
 * @returns the word as it was written; null where it is beyond correction
 */
export function corrected(word: Uint8Array, parity: number, untrusted: readonly number[], spare: number): Uint8Array | null {
  const length = word.length;
  const syndromes = Array.from({ length: parity }, (_, power) => word.reduce((sum, codeword) => times(sum, exp[power]!) ^ codeword, 0));
  if (syndromes.every((syndrome) => syndrome === 0)) return word;

  let locator: number[] = [1];
  for (const place of untrusted) locator = plusShifted(locator, locator, exp[length - 1 - place]!);
  let before = locator;
  let found = untrusted.length;
  for (let step = untrusted.length + 1; step <= parity; step += 1) {
    const discrepancy = locator.reduce((sum, coefficient, power) => (power < step ? sum ^ times(coefficient, syndromes[step - 1 - power]!) : sum), 0);
    const next = plusShifted(locator, before, discrepancy);
    if (discrepancy !== 0 && 2 * found <= step + untrusted.length - 1) {
      before = locator.map((coefficient) => over(coefficient, discrepancy));
      found = step + untrusted.length - found;
    } else before = [0, ...before];
    locator = next;
  }
  const errors = found - untrusted.length;
  if (2 * errors + untrusted.length > parity - spare) return null;

  const evaluator = syndromes.map((_, power) => locator.slice(0, power + 1).reduce((sum, coefficient, index) => sum ^ times(coefficient, syndromes[power - index]!), 0));
  const slope = locator.slice(1).map((coefficient, power) => (power % 2 === 0 ? coefficient : 0));
  const right = Uint8Array.from(word);
  let roots = 0;
  for (let place = 0; place < length; place += 1) {
    const degree = length - 1 - place;
    const inverse = exp[(255 - degree) % 255]!;
    if (at(locator, inverse) !== 0) continue;
    roots += 1;
    right[place]! ^= times(exp[degree]!, over(at(evaluator, inverse), at(slope, inverse)));
  }
  return roots === found ? right : null;
}

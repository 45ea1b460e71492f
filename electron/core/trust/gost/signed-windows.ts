/** A scalar as signed windows, so that a multiple of a point is a sum of few entries of a small table. Not for secret scalars. */

/** Odd multiples up to 2^(window − 1): of the base point they are made once per process, of a key for each verification. */
export const BASE_WINDOW = 7;
export const KEY_WINDOW = 5;

/** Entries of the table of a window: P, 3P, 5P … */
export const tableSize = (window: number): number => 1 << (window - 2);

/** Width-w non-adjacent form, lowest digit first: each digit is zero or odd and below 2^(w − 1) in size. */
export function signedDigits(scalar: bigint, window: number): number[] {
  const bits = scalar.toString(2);
  const digits: number[] = [];
  let carry = 0;
  for (let i = 0; i < bits.length || carry > 0; ) {
    const bit = bitAt(bits, i) + carry;
    if ((bit & 1) === 0) {
      digits.push(0);
      carry = bit >> 1;
      i += 1;
      continue;
    }
    let digit = carry;
    for (let j = 0; j < window; j += 1) digit += bitAt(bits, i + j) << j;
    carry = digit >= 1 << (window - 1) ? 1 : 0;
    digits.push(digit - (carry << window));
    for (let j = 1; j < window; j += 1) digits.push(0);
    i += window;
  }
  return digits;
}

const bitAt = (bits: string, place: number): number => (place < bits.length ? bits.charCodeAt(bits.length - 1 - place) - 48 : 0);

/** Which entry of the table a digit that is not zero stands for. */
export const entryOf = (digit: number): number => Math.abs(digit) >> 1;

/**
 * Arithmetic modulo 2⁵¹² − 569 as code for WebAssembly. A number is 19 limbs of 28 bits, the lowest first, each in 32 bits of memory;
 * the last takes what is left over, with its sign. Results are congruent and not the least: limbs up to 2²⁸, the last below 2²⁰ in size.
 * So bounded, no sum of products leaves 64 bits: 19 · 2⁵⁶ and what was carried stay under 2⁶¹.
 */
import { ADD, AND, type Code, get, load, MULTIPLY, number, set, SHIFT_LEFT, SHIFT_RIGHT, store, type WasmFunction } from './wasm-module.ts';

const LIMBS = 19;
const LAST = LIMBS - 1;
const LIMB_BITS = 28n;
const LIMB = (1n << LIMB_BITS) - 1n;
/** Octets from one number in memory to the next. */
export const NUMBER_OCTETS = 4 * LIMBS;

const PRIME = (1n << 512n) - 569n;
/** 2⁵¹² ≡ 569, and 2⁵³², the weight of the limb behind the last, ≡ 569 · 2²⁰. */
const FOLD = 569n;
const FOLD_LIMB = FOLD << 20n;
/** Bits of the last limb below 2⁵¹². */
const LAST_BITS = 8n;

const add = (local: number, value: Code): Code => [get(local), value, ADD, set(local)];
const masked = (local: number, mask: bigint): Code => [get(local), number(mask), AND];
const shifted = (local: number, bits: bigint): Code => [get(local), number(bits), SHIFT_RIGHT];
const product = (a: Code, b: Code): Code => [a, b, MULTIPLY];
const limbs = (of: (limb: number) => Code): Code => Array.from({ length: LIMBS }, (_, limb) => of(limb));
/** Leaves in the limb what is its own, and in `carry` what is the next one's. */
const settle = (limb: number, carry: number): Code => [shifted(limb, LIMB_BITS), set(carry), masked(limb, LIMB), set(limb)];

/**
 * Columns of a product, lowest first, folded as they come: what lies at 2⁵³² and above is added to the limbs below.
 * @param column code that leaves the sum of the products of weight `at`
 */
function reduced(column: (at: number) => Code, result: number, carry: number): Code {
  const columns = Array.from({ length: 2 * LIMBS - 1 }, (_, at) => {
    const own = at < LIMBS ? [masked(carry, LIMB), set(result + at)] : add(result + at - LIMBS, product(masked(carry, LIMB), number(FOLD_LIMB)));
    return [add(carry, column(at)), own, shifted(carry, LIMB_BITS), set(carry)];
  });
  const last = result + LAST;
  const passes = Array.from({ length: LAST }, (_, limb) => [settle(result + limb, carry), add(result + limb + 1, get(carry))]);
  return [
    columns,
    add(last, product(get(carry), number(FOLD_LIMB))),
    passes,
    add(result, product(shifted(last, LAST_BITS), number(FOLD))),
    [masked(last, (1n << LAST_BITS) - 1n), set(last)],
    // What was folded now is below 2⁴⁴: two limbs take it in.
    [settle(result, carry), add(result + 1, get(carry))],
    [settle(result + 1, carry), add(result + 2, get(carry))],
    limbs((limb) => [get(0), get(result + limb), store(4 * limb)]),
  ];
}

const pairsAt = (at: number): [number, number][] =>
  Array.from({ length: LIMBS }, (_, i): [number, number] => [i, at - i]).filter(([, j]) => j >= 0 && j < LIMBS);

const sumOf = (terms: readonly Code[]): Code => terms.map((term, index) => (index === 0 ? term : [term, ADD]));

/** out ← a · b, all addresses. */
function multiply(): WasmFunction {
  const [a, b, result, carry] = [3, 3 + LIMBS, 3 + 2 * LIMBS, 3 + 3 * LIMBS];
  const column = (at: number): Code => sumOf(pairsAt(at).map(([i, j]) => product(get(a + i), get(b + j))));
  const read = limbs((limb) => [get(1), load(4 * limb), set(a + limb), get(2), load(4 * limb), set(b + limb)]);
  return { parameters: 'aaa', locals: 3 * LIMBS + 1, body: [read, reduced(column, result, carry)] };
}

/** out ← a², with each product of two limbs computed once. */
function square(): WasmFunction {
  const [a, result, carry] = [2, 2 + LIMBS, 2 + 2 * LIMBS];
  const column = (at: number): Code => {
    const unequal = pairsAt(at).filter(([i, j]) => i < j).map(([i, j]) => product(get(a + i), get(a + j)));
    const twice = unequal.length === 0 ? [] : [[sumOf(unequal), number(1n), SHIFT_LEFT]];
    const equal = at % 2 === 0 ? [product(get(a + at / 2), get(a + at / 2))] : [];
    return sumOf([...twice, ...equal]);
  };
  const read = limbs((limb) => [get(1), load(4 * limb), set(a + limb)]);
  return { parameters: 'aa', locals: 2 * LIMBS + 1, body: [read, reduced(column, result, carry)] };
}

/** out ← k · a + l · b for small k and l. */
function combine(): WasmFunction {
  const [a, k, b, l, carry] = [1, 2, 3, 4, 5];
  const body = limbs((limb) => [
    add(carry, product(get(k), [get(a), load(4 * limb)])),
    add(carry, product(get(l), [get(b), load(4 * limb)])),
    get(0),
    limb === LAST ? get(carry) : masked(carry, LIMB),
    store(4 * limb),
    limb === LAST ? [] : [shifted(carry, LIMB_BITS), set(carry)],
  ]);
  return { parameters: 'aanan', locals: 1, body };
}

export const fieldFunctions = () => ({ multiply: multiply(), square: square(), combine: combine() }) satisfies Record<string, WasmFunction>;

/** @param value of 0 to 2⁵¹² */
export function writeNumber(memory: DataView, at: number, value: bigint): void {
  for (let limb = 0; limb < LIMBS; limb += 1, value >>= LIMB_BITS) memory.setInt32(at + 4 * limb, Number(value & LIMB), true);
}

/** The least number that is congruent. */
export function readNumber(memory: DataView, at: number): bigint {
  let value = 0n;
  for (let limb = LAST; limb >= 0; limb -= 1) value = (value << LIMB_BITS) + BigInt(memory.getInt32(at + 4 * limb, true));
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}

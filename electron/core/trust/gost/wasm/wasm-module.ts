/**
 * As much of the binary format of WebAssembly as arithmetic needs (Core Specification 1.0, chapter 5): functions over one page of memory.
 * Written here and compiled when first used, so that no build step and no file of code that nobody can read stands between source and process.
 */

/** Instructions, or any other part of a module: octets in any grouping, laid out one behind the other at the end. */
export type Code = readonly (number | Code)[];

const I32 = 0x7f;
const I64 = 0x7e;
/** Types of parameters by the letters a signature is written in. */
const VALUE_TYPES: Readonly<Record<string, number>> = { a: I32, n: I64 };

/** LEB128 of a number without a sign. */
function unsigned(value: number): number[] {
  const octets: number[] = [];
  for (; value > 0x7f; value >>>= 7) octets.push((value & 0x7f) | 0x80);
  return [...octets, value];
}

/** LEB128 of a number with a sign. */
function signed(value: bigint): number[] {
  const octets: number[] = [];
  for (;;) {
    const low = Number(value & 0x7fn);
    value >>= 7n;
    if ((value === 0n && low < 0x40) || (value === -1n && low >= 0x40)) return [...octets, low];
    octets.push(low | 0x80);
  }
}

function layOut(code: Code, octets: number[] = []): number[] {
  for (const part of code) {
    if (typeof part === 'number') octets.push(part);
    else layOut(part, octets);
  }
  return octets;
}

const counted = (items: readonly Code[]): Code => [unsigned(items.length), items];

function sized(code: Code): Code {
  const octets = layOut(code);
  return [unsigned(octets.length), octets];
}

const text = (letters: string): Code => sized([...new TextEncoder().encode(letters)]);

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number): Code => [0x21, unsigned(local)];
export const address = (value: number): Code => [0x41, signed(BigInt(value))];
export const number = (value: bigint): Code => [0x42, signed(value)];
/** Of two 32-bit addresses on the stack. */
export const ADDRESS_SUM: Code = [0x6a];
/** Of the two 64-bit numbers on the stack: sum, product, common bits, and the first moved by as many bits as the second says. */
export const ADD: Code = [0x7c];
export const MULTIPLY: Code = [0x7e];
export const AND: Code = [0x83];
export const SHIFT_LEFT: Code = [0x86];
export const SHIFT_RIGHT: Code = [0x87];
/** A 32-bit integer with its sign, `offset` octets behind the address on the stack. */
export const load = (offset: number): Code => [0x34, 2, unsigned(offset)];
/** The low half of a number, `offset` octets behind the address under it. */
export const store = (offset: number): Code => [0x3e, 2, unsigned(offset)];

export interface WasmFunction {
  /** A letter for each parameter: `a` for an address, `n` for a 64-bit number. Nothing is given back: results lie in memory. */
  parameters: string;
  /** 64-bit locals besides the parameters, counted on from them. */
  locals: number;
  body: Code;
}

/** @param index place of the function among those of the module */
export const call = (index: number): Code => [0x10, unsigned(index)];

/** A module with one page of memory and these functions, exported under their names in this order. */
export function wasmModule(functions: Readonly<Record<string, WasmFunction>>): Uint8Array<ArrayBuffer> {
  const all = Object.values(functions);
  const types = all.map(({ parameters }) => [0x60, counted([...parameters].map((letter) => [VALUE_TYPES[letter]!])), 0]);
  const exported = Object.keys(functions).map((name, index) => [text(name), 0, unsigned(index)]);
  const bodies = all.map(({ locals, body }) => sized([counted([[unsigned(locals), I64]]), body, 0x0b]));
  const section = (id: number, items: readonly Code[]): Code => [id, sized(counted(items))];
  return Uint8Array.from(
    layOut([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, types),
      section(3, all.map((_, index) => unsigned(index))),
      section(5, [[0, 1]]),
      section(7, [[text('memory'), 2, 0], ...exported]),
      section(10, bodies),
    ]),
  );
}

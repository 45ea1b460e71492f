/**
 * Points of the curve 512-A in Jacobian coordinates as code for WebAssembly: formulas of the Explicit-Formulas Database, step by step.
 * They know no point at infinity and no two equal points. Where such meet, Z becomes zero and stays so: whoever asked computes otherwise.
 */
import { fieldFunctions, NUMBER_OCTETS } from './field-512.ts';
import { address, ADDRESS_SUM, call, type Code, get, number, type WasmFunction, wasmModule } from './wasm-module.ts';

/** Places of the functions of the field, which the module names first. */
const [MULTIPLY, SQUARE, COMBINE] = [0, 1, 2];

/** Where the running total lies, and behind it what the formulas keep on the way. */
export const TOTAL = { X: 0, Y: NUMBER_OCTETS, Z: 2 * NUMBER_OCTETS } as const;
const work = (place: number): Code => address((3 + place) * NUMBER_OCTETS);
/** The first octet behind all that. */
export const BEHIND_WORK = 16 * NUMBER_OCTETS;

/** A point of a table: its coordinates with the square and the cube of the last. */
export const POINT = { X: 0, Y: NUMBER_OCTETS, Z: 2 * NUMBER_OCTETS, ZZ: 3 * NUMBER_OCTETS, ZZZ: 4 * NUMBER_OCTETS } as const;
export const POINT_OCTETS = 5 * NUMBER_OCTETS;

const [X, Y, Z] = [address(TOTAL.X), address(TOTAL.Y), address(TOTAL.Z)];
const times = (out: Code, a: Code, b: Code): Code => [out, a, b, call(MULTIPLY)];
const squared = (out: Code, a: Code): Code => [out, a, call(SQUARE)];
const sum = (out: Code, k: bigint, a: Code, l: bigint, b: Code): Code => [out, a, number(k), b, number(l), call(COMBINE)];

/** Total ← 2 · total, by dbl-2001-b for a = −3. */
function doubling(): WasmFunction {
  const [zz, yy, xyy, low, m, y4] = [work(0), work(1), work(2), work(3), work(4), work(5)];
  const body = [
    squared(zz, Z),
    squared(yy, Y),
    times(xyy, X, yy),
    sum(low, 1n, X, -1n, zz),
    sum(zz, 1n, X, 1n, zz),
    times(m, low, zz),
    sum(m, 3n, m, 0n, m),
    times(Z, Y, Z),
    sum(Z, 2n, Z, 0n, Z),
    squared(X, m),
    sum(X, 1n, X, -8n, xyy),
    sum(xyy, 4n, xyy, -1n, X),
    times(Y, m, xyy),
    squared(y4, yy),
    sum(Y, 1n, Y, -8n, y4),
  ];
  return { parameters: '', locals: 0, body };
}

/** Total ← total + or − the point at the address, by add-1998-cmo-2. */
function addition(sign: 1n | -1n): WasmFunction {
  const of = (offset: number): Code => [get(0), address(offset), ADDRESS_SUM];
  const [zz, u, s, h, zzz, r, hh, hhh, v] = [work(0), work(1), work(2), work(3), work(4), work(5), work(6), work(7), work(8)];
  const body = [
    squared(zz, Z),
    times(u, X, of(POINT.ZZ)),
    times(s, Y, of(POINT.ZZZ)),
    times(h, of(POINT.X), zz),
    sum(h, 1n, h, -1n, u),
    times(zzz, Z, zz),
    times(r, of(POINT.Y), zzz),
    sum(r, sign, r, -1n, s),
    squared(hh, h),
    times(hhh, h, hh),
    times(v, u, hh),
    squared(X, r),
    sum(X, 1n, X, -1n, hhh),
    sum(X, 1n, X, -2n, v),
    sum(v, 1n, v, -1n, X),
    times(Y, r, v),
    times(s, s, hhh),
    sum(Y, 1n, Y, -1n, s),
    times(Z, Z, of(POINT.Z)),
    times(Z, Z, h),
  ];
  return { parameters: 'a', locals: 0, body };
}

/** As much of the machine's own interface as is used here; the core's types know no machine. */
declare const WebAssembly: {
  Module: new (octets: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
  CompileError: new () => Error;
};

export interface Points512 {
  memory: { readonly buffer: ArrayBuffer };
  multiply(out: number, a: number, b: number): void;
  square(out: number, a: number): void;
  double(): void;
  add(point: number): void;
  subtract(point: number): void;
}

/** Null where the process may compile nothing, as in a page whose policy forbids it. */
export function compilePoints512(): Points512 | null {
  if (typeof WebAssembly === 'undefined') return null;
  const octets = wasmModule({ ...fieldFunctions(), double: doubling(), add: addition(1n), subtract: addition(-1n) });
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(octets)).exports as Points512;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}

/** a·G + b·Q on the curve 512-A in WebAssembly: the windows of the general sum, several times as quick and so from the first time on. */
import { BASE_WINDOW, entryOf, KEY_WINDOW, signedDigits, tableSize } from '../signed-windows.ts';
import { readNumber, writeNumber } from './field-512.ts';
import { BEHIND_WORK, compilePoints512, POINT, POINT_OCTETS, type Points512, TOTAL } from './points-512.ts';

interface AffinePoint {
  x: bigint;
  y: bigint;
}

/** Where the table of a key lies, and behind it that of the base point. */
const KEY_TABLE = BEHIND_WORK;
const BASE_TABLE = KEY_TABLE + tableSize(KEY_WINDOW) * POINT_OCTETS;
/** For twice the point whose table is made. */
const TWICE = BASE_TABLE + tableSize(BASE_WINDOW) * POINT_OCTETS;

interface Machine {
  code: Points512;
  view: DataView;
  octets: Uint8Array;
}

/** Null where nothing may be compiled; made when first used. */
let machine: Machine | null | undefined;

function start(base: AffinePoint): Machine | null {
  const code = compilePoints512();
  if (code === null) return null;
  const started = { code, view: new DataView(code.memory.buffer), octets: new Uint8Array(code.memory.buffer) };
  makeTable(started, BASE_TABLE, base, BASE_WINDOW);
  return started;
}

/** @returns Jacobian X and Z; null where this machine has no answer: nothing may be compiled, or the sum met a case its formulas leave out */
export function sumOn512(base: AffinePoint, a: bigint, key: AffinePoint, b: bigint): { X: bigint; Z: bigint } | null {
  machine ??= start(base);
  if (machine === null) return null;
  const { code, view } = machine;
  makeTable(machine, KEY_TABLE, key, KEY_WINDOW);
  const [ofBase, ofKey] = [signedDigits(a, BASE_WINDOW), signedDigits(b, KEY_WINDOW)];
  let isEmpty = true;
  for (let i = Math.max(ofBase.length, ofKey.length) - 1; i >= 0; i -= 1) {
    if (!isEmpty) code.double();
    isEmpty = addDigit(machine, BASE_TABLE, ofBase[i] ?? 0, isEmpty);
    isEmpty = addDigit(machine, KEY_TABLE, ofKey[i] ?? 0, isEmpty);
  }
  const Z = isEmpty ? 0n : readNumber(view, TOTAL.Z);
  return Z === 0n ? null : { X: readNumber(view, TOTAL.X), Z };
}

/** Whether the total is empty still. The first digit of a number is above zero, so that nothing need be turned over to begin with it. */
function addDigit(on: Machine, table: number, digit: number, isEmpty: boolean): boolean {
  if (digit === 0) return isEmpty;
  const point = table + entryOf(digit) * POINT_OCTETS;
  if (isEmpty) load(on, point);
  else if (digit > 0) on.code.add(point);
  else on.code.subtract(point);
  return false;
}

function makeTable(on: Machine, table: number, { x, y }: AffinePoint, window: number): void {
  for (const [at, value] of [[POINT.X, x], [POINT.Y, y], [POINT.Z, 1n], [POINT.ZZ, 1n], [POINT.ZZZ, 1n]] as const) writeNumber(on.view, table + at, value);
  load(on, table);
  on.code.double();
  save(on, TWICE);
  load(on, table);
  for (let entry = 1; entry < tableSize(window); entry += 1) {
    on.code.add(TWICE);
    save(on, table + entry * POINT_OCTETS);
  }
}

function load({ octets }: Machine, point: number): void {
  octets.copyWithin(TOTAL.X, point, point + POINT.ZZ);
}

function save({ code, octets }: Machine, point: number): void {
  octets.copyWithin(point, TOTAL.X, TOTAL.X + POINT.ZZ);
  code.square(point + POINT.ZZ, TOTAL.Z);
  code.multiply(point + POINT.ZZZ, point + POINT.ZZ, TOTAL.Z);
}

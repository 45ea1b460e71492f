/**
 * a·G + b·Q of a verification, both numbers at once (Strauss) in signed windows over Jacobian coordinates.
 * Numbers here are congruent, and not always the least: sums are reduced only by the next product. Not for secret scalars.
 */
import { CURVE_512_A, type GostCurve } from './curves.ts';
import { BASE_WINDOW, entryOf, KEY_WINDOW, signedDigits, tableSize } from './signed-windows.ts';
import { sumOn512 } from './wasm/sum-512.ts';

interface AffinePoint {
  x: bigint;
  y: bigint;
}

/** x = X/Z², y = Y/Z³; Z = 0 is the point at infinity. */
interface JacobianPoint {
  X: bigint;
  Y: bigint;
  Z: bigint;
}

interface Arithmetic {
  prime: bigint;
  a: bigint;
  isMinusThree: boolean;
  mul(x: bigint, y: bigint): bigint;
}

const INFINITY: JacobianPoint = { X: 1n, Y: 1n, Z: 0n };

const arithmetics = new WeakMap<GostCurve, Arithmetic>();
const baseTables = new WeakMap<GostCurve, JacobianPoint[]>();

function arithmeticOf(curve: GostCurve): Arithmetic {
  const { Fp } = curve.Point;
  const { a } = curve.Point.CURVE();
  const known = arithmetics.get(curve) ?? { prime: Fp.ORDER, a, isMinusThree: a === Fp.ORDER - 3n, mul: (x: bigint, y: bigint) => Fp.mul(x, y) };
  arithmetics.set(curve, known);
  return known;
}

/** Is the affine x of a·G + b·Q, taken modulo the group order, this r? Without the division that x itself would cost. */
export function isSumAt(curve: GostCurve, r: bigint, a: bigint, key: AffinePoint, b: bigint): boolean {
  const field = arithmeticOf(curve);
  const quick = curve === CURVE_512_A ? sumOn512(curve.Point.BASE, a, key, b) : null;
  const { X, Z } = quick ?? sum(curve, field, a, key, b);
  if (isZero(field, Z)) return false;
  const square = field.mul(Z, Z);
  const order = curve.Point.Fn.ORDER;
  // The field may be larger than the group, so that x is r or r and a few times the order more.
  for (let x = r; x < field.prime; x += order) if (isZero(field, X - field.mul(x, square))) return true;
  return false;
}

function sum(curve: GostCurve, field: Arithmetic, a: bigint, { x, y }: AffinePoint, b: bigint): JacobianPoint {
  const base = baseTables.get(curve) ?? oddMultiples(field, { X: curve.Point.BASE.x, Y: curve.Point.BASE.y, Z: 1n }, BASE_WINDOW);
  baseTables.set(curve, base);
  const own = oddMultiples(field, { X: x, Y: y, Z: 1n }, KEY_WINDOW);
  const [ofBase, ofKey] = [signedDigits(a, BASE_WINDOW), signedDigits(b, KEY_WINDOW)];
  let total = INFINITY;
  for (let i = Math.max(ofBase.length, ofKey.length) - 1; i >= 0; i -= 1) {
    total = double(field, total);
    total = addDigit(field, total, base, ofBase[i] ?? 0);
    total = addDigit(field, total, own, ofKey[i] ?? 0);
  }
  return total;
}

/** P, 3P, 5P … */
function oddMultiples(field: Arithmetic, point: JacobianPoint, window: number): JacobianPoint[] {
  const twice = double(field, point);
  const table = [point];
  while (table.length < tableSize(window)) table.push(add(field, table[table.length - 1]!, twice));
  return table;
}

function addDigit(field: Arithmetic, total: JacobianPoint, table: readonly JacobianPoint[], digit: number): JacobianPoint {
  if (digit === 0) return total;
  const point = table[entryOf(digit)]!;
  return add(field, total, digit > 0 ? point : { ...point, Y: -point.Y });
}

/** Zero itself, or any multiple of the prime. */
const isZero = ({ prime }: Arithmetic, value: bigint): boolean => value % prime === 0n;

/** dbl-2001-b of the Explicit-Formulas Database, with the general a where the curve has one. */
function double({ mul, a, isMinusThree }: Arithmetic, { X, Y, Z }: JacobianPoint): JacobianPoint {
  const yy = mul(Y, Y);
  const zz = mul(Z, Z);
  const s = mul(X, yy) << 2n;
  const m = isMinusThree ? 3n * mul(X - zz, X + zz) : 3n * mul(X, X) + mul(a, mul(zz, zz));
  const x = mul(m, m) - 2n * s;
  return { X: x, Y: mul(m, s - x) - (mul(yy, yy) << 3n), Z: mul(Y, Z) << 1n };
}

/** add-1998-cmo-2. */
function add(field: Arithmetic, p: JacobianPoint, q: JacobianPoint): JacobianPoint {
  if (p.Z === 0n) return q;
  if (q.Z === 0n) return p;
  const { mul } = field;
  const pzz = mul(p.Z, p.Z);
  const qzz = q.Z === 1n ? 1n : mul(q.Z, q.Z);
  const u = q.Z === 1n ? p.X : mul(p.X, qzz);
  const s = q.Z === 1n ? p.Y : mul(p.Y, mul(qzz, q.Z));
  const h = mul(q.X, pzz) - u;
  const r = mul(q.Y, mul(pzz, p.Z)) - s;
  if (isZero(field, h)) return isZero(field, r) ? double(field, p) : INFINITY;
  const hh = mul(h, h);
  const hhh = mul(h, hh);
  const v = mul(u, hh);
  const x = mul(r, r) - hhh - 2n * v;
  return { X: x, Y: mul(r, v - x) - mul(s, hhh), Z: q.Z === 1n ? mul(p.Z, h) : mul(mul(p.Z, q.Z), h) };
}

/**
 * GOST 34.10-2015 and GOST 34.310-2004 of Kazakhstan: one equation (RFC 7091 6.2) over different curves.
 * Unlike the Russian encoding (RFC 9215), a signature is r ‖ s, each little-endian, and digest and key are little-endian too.
 */
import { invert, mod } from '@noble/curves/abstract/modular.js';
import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import type { GostCurve } from './curves.ts';
import { isSumAt } from './sum-of-multiples.ts';

export interface GostPublicKey {
  curve: GostCurve;
  point: WeierstrassPoint<bigint>;
}

/** The number these octets are, the lowest first. */
export function littleEndian(octets: Uint8Array): bigint {
  let hex = '';
  for (let i = octets.length - 1; i >= 0; i -= 1) hex += octets[i]!.toString(16).padStart(2, '0');
  return BigInt(`0x${hex}`);
}

/** x ‖ y to a point; null for what is not a point of the curve's group. @param octets twice the size of the curve */
export function readPoint(curve: GostCurve, octets: Uint8Array): WeierstrassPoint<bigint> | null {
  if (octets.length !== 2 * curve.size) return null;
  return pointAt(curve, littleEndian(octets.subarray(0, curve.size)), littleEndian(octets.subarray(curve.size)));
}

function pointAt({ Point }: GostCurve, x: bigint, y: bigint): WeierstrassPoint<bigint> | null {
  const { Fp } = Point;
  const { a, b } = Point.CURVE();
  // A point with y = 0 has order two and is in no group of prime order.
  if (!Fp.isValid(x) || !Fp.isValid(y) || Fp.is0(y)) return null;
  if (!Fp.eql(Fp.sqr(y), Fp.add(Fp.mul(Fp.add(Fp.sqr(x), a), x), b))) return null;
  const point = Point.fromAffine({ x, y });
  return isInGroup(point) ? point : null;
}

/** On a curve with a cofactor; the library throws when a multiple is a point of order two, which no multiple of a point of the group is. */
function isInGroup(point: WeierstrassPoint<bigint>): boolean {
  try {
    return point.isTorsionFree();
  } catch {
    return false;
  }
}

/** The number a digest stands for: little-endian, modulo the group order, zero counted as one (RFC 7091 6.1, step 2). */
export function digestNumber({ Point }: GostCurve, digest: Uint8Array): bigint {
  const e = mod(littleEndian(digest), Point.Fn.ORDER);
  return e === 0n ? 1n : e;
}

/** Is `signature` (r ‖ s) a signature of this digest by this key? False for anything of another form. */
export function verifyGost3410({ curve, point }: GostPublicKey, digest: Uint8Array, signature: Uint8Array): boolean {
  const order = curve.Point.Fn.ORDER;
  if (signature.length !== 2 * curve.size) return false;
  const r = littleEndian(signature.subarray(0, curve.size));
  const s = littleEndian(signature.subarray(curve.size));
  if (r === 0n || r >= order || s === 0n || s >= order) return false;
  const v = invert(digestNumber(curve, digest), order);
  return isSumAt(curve, r, mod(s * v, order), point.toAffine(), mod(-r * v, order));
}

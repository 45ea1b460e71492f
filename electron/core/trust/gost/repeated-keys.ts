/**
 * The costly step of a verification, a·G + b·Q. Keys of authorities come again with every certificate and answer they signed:
 * after some uses a key has a table of multiples, which makes the step several times quicker.
 */
import type { WeierstrassPoint, WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';

/** A table costs what it saves in about four verifications; one document alone is not to pay for it. */
const USES_BEFORE_TABLE = 6;
/** Four bits at a time: wider tables are quicker to use, but not by as much as they cost. */
const WINDOW_BITS = 4;
/** The least recently used are forgotten: a table is some 300 KB. */
const KEPT_KEYS = 32;

interface KnownKey {
  /** The one object of this key that carries its table. */
  point: WeierstrassPoint<bigint>;
  uses: number;
}

const keysOfCurve = new WeakMap<WeierstrassPointCons<bigint>, Map<string, KnownKey>>();

/** Not for secret scalars. */
export function sumOfMultiples(
  Point: WeierstrassPointCons<bigint>,
  a: bigint,
  point: WeierstrassPoint<bigint>,
  b: bigint,
): WeierstrassPoint<bigint> {
  const key = recall(Point, point);
  key.uses += 1;
  if (key.uses <= USES_BEFORE_TABLE) return Point.BASE.mulAddUnsafe(a, point, b);
  if (key.uses === USES_BEFORE_TABLE + 1) key.point.precompute(WINDOW_BITS);
  return Point.BASE.multiplyUnsafe(a).add(key.point.multiplyUnsafe(b));
}

function recall(Point: WeierstrassPointCons<bigint>, point: WeierstrassPoint<bigint>): KnownKey {
  const keys = keysOfCurve.get(Point) ?? new Map<string, KnownKey>();
  keysOfCurve.set(Point, keys);
  const id = `${point.x.toString(16)} ${point.y.toString(16)}`;
  const key = keys.get(id) ?? { point, uses: 0 };
  keys.delete(id);
  keys.set(id, key);
  if (keys.size > KEPT_KEYS) keys.delete(keys.keys().next().value!);
  return key;
}

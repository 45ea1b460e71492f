/** Whether a proof leads from one tree to a later one (RFC 6962 section 2.1.2), read recursively as it is defined. */
import { createHash } from 'node:crypto';

export interface Head {
  size: number;
  root: Buffer;
}

const nodeHash = (left: Buffer, right: Buffer): Buffer => createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();

/** @param hashes of the proof, in its order */
export function isConsistent(earlier: Head, later: Head, hashes: readonly Buffer[]): boolean {
  if (earlier.size === 0) return hashes.length === 0;
  if (earlier.size > later.size) return false;
  const rest = [...hashes];
  const roots = subproof(earlier.size, later.size, true, earlier.root, rest);
  return roots !== null && rest.length === 0 && roots.old.equals(earlier.root) && roots.now.equals(later.root);
}

/** Both roots of the subtree of `size` leaves, of which the first `known` were there before; null where hashes are missing. */
function subproof(known: number, size: number, whole: boolean, earlierRoot: Buffer, rest: Buffer[]): { old: Buffer; now: Buffer } | null {
  if (known === size) {
    const hash = whole ? earlierRoot : rest.shift();
    return hash === undefined ? null : { old: hash, now: hash };
  }
  let split = 1;
  while (split * 2 < size) split *= 2;
  if (known <= split) {
    const left = subproof(known, split, whole, earlierRoot, rest);
    const right = rest.shift();
    return left === null || right === undefined ? null : { old: left.old, now: nodeHash(left.now, right) };
  }
  const right = subproof(known - split, size - split, false, earlierRoot, rest);
  const left = rest.shift();
  return right === null || left === undefined ? null : { old: nodeHash(left, right.old), now: nodeHash(left, right.now) };
}

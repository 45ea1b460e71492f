/** Proof that one entry is in the tree: the hashes beside its way to the root (RFC 9162 section 2.1.3). */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import { nodeHash } from './merkle-hash.ts';
import { hashOfLeaves, splitOf, type SubtreeSource } from './tree-shape.ts';

/** @param index of the leaf, from 0 @returns from the sibling of the leaf up @throws {RangeError} */
export function inclusionProof(index: number, size: number, subtree: SubtreeSource): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  return path(index, 0, size, subtree);
}

/** PATH(m, D[n]) of section 2.1.3.1. */
function path(index: number, start: number, end: number, subtree: SubtreeSource): Uint8Array[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...path(index, start, middle, subtree), hashOfLeaves(middle, end, subtree)]
    : [...path(index, middle, end, subtree), hashOfLeaves(start, middle, subtree)];
}

export interface InclusionClaim {
  leaf: Uint8Array;
  index: number;
  size: number;
  root: Uint8Array;
}

/** Section 2.1.3.2; a proof that is too short or too long is none. */
export function provesInclusion(proof: readonly Uint8Array[], { leaf, index, size, root }: InclusionClaim): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && bytesEqual(hash, root);
}

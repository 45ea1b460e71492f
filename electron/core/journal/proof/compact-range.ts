/** The head of a growing tree in a few hashes: the roots of its perfect subtrees, which is all that adding a leaf needs. */
import { EMPTY_TREE_ROOT, nodeHash } from './merkle-hash.ts';

export interface CompactRange {
  /** Leaves. */
  readonly size: number;
  /** Roots of the perfect subtrees, largest first: one for each bit that is set in `size`. */
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_RANGE: CompactRange = { size: 0, peaks: [] };

/** @param onNode told of every perfect subtree this leaf completes, by its level (leaves are 0) and its place on that level */
export function appendLeaf(
  { size, peaks }: CompactRange,
  leaf: Uint8Array,
  onNode: (level: number, position: number, hash: Uint8Array) => void = () => {},
): CompactRange {
  const rest = [...peaks];
  let hash = leaf;
  let level = 0;
  let position = size;
  // Each bit that the addition carries over joins two subtrees of one height.
  while (position % 2 === 1) {
    hash = nodeHash(rest.pop()!, hash);
    level += 1;
    position = (position - 1) / 2;
    onNode(level, position, hash);
  }
  return { size: size + 1, peaks: [...rest, hash] };
}

export function rangeRoot({ peaks }: CompactRange): Uint8Array {
  return peaks.reduceRight<Uint8Array | null>((right, left) => (right === null ? left : nodeHash(left, right)), null) ?? EMPTY_TREE_ROOT;
}

/** The head of a growing tree in a few hashes: the roots of its perfect subtrees, which is all that adding a leaf needs. */

/** SHA-256 in lower-case hex, as fast as the place it runs in can do it: a walk over a journal is little else. */
export interface HexHasher {
  /** Of the text in UTF-8. */
  ofText(text: string): string;
  /** RFC 9162 section 2.1.1, of two hashes in hex. */
  ofNode(left: string, right: string): string;
}

/** Told of each perfect subtree above the leaves, by level (leaves are 0) and place on that level. */
export type OnNode = (level: number, position: number, hash: string) => void;

/**
 * @param peaks roots of the perfect subtrees, largest first, one for each bit that is set in `size`; changed in place
 * @param size leaves so far
 */
export function growTree(peaks: string[], size: number, leaf: string, hasher: Pick<HexHasher, 'ofNode'>, onNode: OnNode): void {
  let node = leaf;
  let position = size;
  // Each bit that the addition carries over joins two subtrees of one height.
  for (let level = 1; position % 2 === 1; level += 1) {
    node = hasher.ofNode(peaks.pop()!, node);
    position = (position - 1) / 2;
    onNode(level, position, node);
  }
  peaks.push(node);
}

/** @param peaks at least one */
export const rootOfPeaks = (peaks: readonly string[], hasher: Pick<HexHasher, 'ofNode'>): string =>
  peaks.reduceRight((right, left) => hasher.ofNode(left, right));

/** Hashes of any part of the tree from the roots of its perfect subtrees, wherever those are kept. */
import { nodeHash } from './merkle-hash.ts';

/**
 * Root of the perfect subtree over the leaves [position · 2^level, (position + 1) · 2^level).
 * Asked only for subtrees that lie inside the tree.
 */
export type SubtreeSource = (level: number, position: number) => Uint8Array;

/** The largest power of two below `size`: where RFC 9162 section 2.1.1 splits a tree of `size` > 1 leaves. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** MTH of the leaves [start, end), where `start` is where a subtree of that tree may begin. */
export function hashOfLeaves(start: number, end: number, subtree: SubtreeSource): Uint8Array {
  const size = end - start;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return subtree(level, start / size);
  const split = splitOf(size);
  return nodeHash(hashOfLeaves(start, start + split, subtree), hashOfLeaves(start + split, end, subtree));
}

/** Roots of the perfect subtrees of the first `size` leaves, largest first. */
export function peaksOf(size: number, subtree: SubtreeSource): Uint8Array[] {
  const peaks: Uint8Array[] = [];
  let start = 0;
  while (start < size) {
    const rest = size - start;
    const width = Number.isInteger(Math.log2(rest)) ? rest : splitOf(rest);
    peaks.push(subtree(Math.log2(width), start / width));
    start += width;
  }
  return peaks;
}

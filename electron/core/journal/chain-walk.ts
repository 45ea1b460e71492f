/** Follows the entries one by one: each in its place, and the tree over them as it was claimed to be. */
import { bytesEqual } from '../../../shared/util/bytes.ts';
import { type ChainFault, type ChainHead, EMPTY_CHAIN, faultAfter, leafOfEntry, type SealedEntry } from './entry-chain.ts';
import { appendLeaf, EMPTY_RANGE, rangeRoot } from './proof/compact-range.ts';
import type { TreeHead } from './proof/consistency-proof.ts';

export interface ChainWalk {
  /** The fault of the next entry, or null. After a fault the walk is over. */
  step(entry: SealedEntry): ChainFault | null;
  /** The fault of what is missing behind the last entry, or null. */
  end(): ChainFault | null;
  head(): ChainHead;
}

/**
 * @param claims heads the tree must have had, by size from the smallest
 * @param onNode told of each perfect subtree above the leaves, as in `appendLeaf`
 */
export function chainWalk(claims: readonly TreeHead[], onNode?: (level: number, position: number, hash: Uint8Array) => void): ChainWalk {
  let head = EMPTY_CHAIN;
  let range = EMPTY_RANGE;
  let next = 0;
  /** Everything up to here is proved by a claim. */
  let proved = 0;

  return {
    step(entry) {
      const fault = faultAfter(head, entry);
      if (fault) return fault;
      head = { sequence: entry.sequence, hash: entry.hash, at: entry.at };
      range = appendLeaf(range, leafOfEntry(entry), onNode);
      for (; claims[next]?.size === range.size; next += 1) {
        if (!bytesEqual(claims[next]!.root, rangeRoot(range))) return { firstBadSequence: proved + 1, reason: 'rewritten' };
      }
      if (claims[next - 1]?.size === range.size) proved = range.size;
      return null;
    },
    end: () => (next < claims.length ? { firstBadSequence: head.sequence + 1, reason: 'truncated' } : null),
    head: () => head,
  };
}

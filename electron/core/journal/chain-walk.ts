/** Follows the entries one by one: each in its place, linked to the one before, and the tree over them as it was claimed to be. */
import { bytesToHex } from '../../../shared/util/bytes.ts';
import { type ChainFault, type ChainHead, EMPTY_CHAIN, isClockBack } from './entry-chain.ts';
import type { TreeHead } from './proof/consistency-proof.ts';
import { growTree, type HexHasher, type OnNode, rootOfPeaks } from './proof/growing-tree.ts';
import { FIRST_FORM, textOfTail } from './record/entry-text.ts';

/** Where a walk stands: the last entry, and the roots of the perfect subtrees up to it, largest first, in hex. */
export interface WalkState {
  head: ChainHead;
  peaks: readonly string[];
}

export const WALK_START: WalkState = { head: EMPTY_CHAIN, peaks: [] };

/** An entry as its row gives it: `tail` is the header and the rest of form 2, or the whole JSON of form 1. */
export interface WalkedEntry {
  sequence: number;
  tail: string;
  hash: string;
}

/** An entry of form 2 that was hashed as bytes, together with the hash of the one before it. */
export interface HashedRow {
  sequence: number;
  at: string;
  /** As its row gives it, and as it was worked out. */
  kept: string;
  hash: string;
}

export interface ChainWalk {
  /** The fault of the next entry, or null. After a fault the walk is over. */
  step(entry: WalkedEntry): ChainFault | null;
  /** As `step`, where the hash is known already. */
  follow(row: HashedRow): ChainFault | null;
  /** Adds an entry this program just made, which needs no proof. @returns its hash */
  extend(tail: string, at: string): string;
  /** The fault of what is missing behind the last entry, or null. */
  end(): ChainFault | null;
  head(): ChainHead;
  state(): WalkState;
}

const LEAF = '\0';
const AT_LENGTH = '2026-11-22T05:00:00.000Z'.length;

/**
 * @param claims heads the tree must have had after `start`, by size from the smallest
 * @param onNode told of each perfect subtree above the leaves that an entry completes, by level and place on that level
 */
export function chainWalk(
  start: WalkState,
  claims: readonly TreeHead[],
  hasher: HexHasher,
  onNode: OnNode = () => {},
): ChainWalk {
  let { sequence, hash, at } = start.head;
  const peaks = [...start.peaks];
  let next = 0;
  /** Everything up to here is proved by a claim. */
  let proved = sequence;

  function advance(read: ReadEntry): ChainFault | null {
    const expected = sequence + 1;
    if (at !== null && isClockBack(read.at, at)) return { firstBadSequence: expected, reason: 'clock-back' };
    sequence = expected;
    hash = read.hash;
    at = read.at;
    growTree(peaks, sequence - 1, read.leaf, hasher, onNode);
    for (; claims[next]?.size === sequence; next += 1) {
      if (bytesToHex(claims[next]!.root) !== rootOfPeaks(peaks, hasher)) return { firstBadSequence: proved + 1, reason: 'rewritten' };
    }
    if (claims[next - 1]?.size === sequence) proved = sequence;
    return null;
  }

  return {
    step(entry) {
      const expected = sequence + 1;
      if (entry.sequence !== expected) return { firstBadSequence: expected, reason: 'gap' };
      const read = entry.tail.startsWith('{') ? readFirstForm(entry.tail, hasher) : readSecondForm(entry, hash, hasher);
      if (read === null || read.hash !== entry.hash) return { firstBadSequence: expected, reason: 'hash' };
      return read.link === hash ? advance(read) : { firstBadSequence: expected, reason: 'link' };
    },
    follow(row) {
      const expected = sequence + 1;
      if (row.sequence !== expected) return { firstBadSequence: expected, reason: 'gap' };
      return row.hash === row.kept ? advance({ hash: row.hash, leaf: row.hash, link: hash, at: row.at }) : { firstBadSequence: expected, reason: 'hash' };
    },
    extend(tail, atOfEntry) {
      hash = hashOfTail(tail, hash, hasher);
      at = atOfEntry;
      growTree(peaks, sequence, hash, hasher, onNode);
      sequence += 1;
      return hash;
    },
    end: () => (next < claims.length ? { firstBadSequence: sequence + 1, reason: 'truncated' } : null),
    head: () => ({ sequence, hash, at }),
    state: () => ({ head: { sequence, hash, at }, peaks: [...peaks] }),
  };
}

/** Hash of an entry of form 2, which is its leaf in the tree. */
export const hashOfTail = (tail: string, previousHash: string, hasher: Pick<HexHasher, 'ofText'>): string => hasher.ofText(LEAF + textOfTail(tail, previousHash));

interface ReadEntry {
  hash: string;
  leaf: string;
  /** Hash of the entry it continues, as it says itself; form 2 is hashed together with the true one. */
  link: string;
  at: string;
}

function readSecondForm({ sequence, tail }: WalkedEntry, previousHash: string, hasher: HexHasher): ReadEntry {
  const hash = hashOfTail(tail, previousHash, hasher);
  const from = String(sequence).length + 1;
  return { hash, leaf: hash, link: previousHash, at: tail.slice(from, from + AT_LENGTH) };
}

/** Null for what is no entry. */
function readFirstForm(json: string, hasher: HexHasher): ReadEntry | null {
  try {
    const entry = JSON.parse(json) as { previousHash: unknown; at: unknown };
    if (typeof entry.previousHash !== 'string' || typeof entry.at !== 'string') return null;
    const text = `${FIRST_FORM}\n${json}`;
    return { hash: hasher.ofText(text), leaf: hasher.ofText(LEAF + text), link: entry.previousHash, at: entry.at };
  } catch {
    return null;
  }
}

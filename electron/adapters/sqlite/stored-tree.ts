/** The tree over the entries of the file: read from the hashes kept in it, worked out from the entries where none is kept. */
import type { Database } from 'better-sqlite3';
import { bytesToHex, hexToBytes } from '../../../shared/util/bytes.ts';
import {
  type ChainHead,
  consistencyProof,
  FIRST_FORM_LABEL,
  hashOfLeaves,
  inclusionProof,
  peaksOf,
  type SubtreeSource,
  WALK_START,
  type WalkState,
} from '../../core/journal/index.ts';
import { JournalUnwritable } from '../../ports/journal/journal-store.ts';
import type { JournalStatements } from './journal-statements.ts';
import { nodeHasher } from './node-hasher.ts';

/** One kept level stands for 2^8 hashes of the one below, as in c2sp.org/tlog-tiles: a proof reads a few hundred at most. */
const LEVELS_APART = 8;
export const isKept = (level: number): boolean => level > 0 && level % LEVELS_APART === 0;

export interface StoredTree {
  /** Where a walk over what is kept begins: behind the entries that were forgotten by the rules of retention. */
  start(): WalkState;
  /** The walk as it stands at an entry of the file, by what is kept; nothing is verified. @throws {JournalUnwritable} `altered` */
  state(head: ChainHead): WalkState;
  /** @throws {JournalUnwritable} `altered` where an entry is missing or unreadable */
  root(size: number): Uint8Array;
  inclusion(sequence: number, size: number): Uint8Array[];
  consistency(first: number, second: number): Uint8Array[];
  subtree: SubtreeSource;
}

/** @param keep called with hashes worth keeping that were not kept yet */
export function storedTree(database: Database, statements: JournalStatements, keep: (level: number, position: number, hash: Uint8Array) => void): StoredTree {
  const leaves = database.prepare<[number, number], { sequence: number; form: number; hash: string }>(
    'SELECT sequence, form, hash FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  const nodes = database.prepare<[number, number, number], { hash: Buffer }>('SELECT hash FROM tree_nodes WHERE level = ? AND position >= ? AND position < ? ORDER BY position');

  /** Leaves of form 2 are the hashes of the entries themselves; those of form 1 are worked out. */
  function leavesFrom(start: number, count: number): string[] {
    const rows = leaves.all(start, count);
    if (rows.length !== count || rows.some(({ sequence }, index) => sequence !== start + index + 1)) throw new JournalUnwritable('altered');
    if (rows.every(({ form }) => form === 2)) return rows.map(({ hash }) => hash);
    return statements.walkAfter.all(start, count).map(({ tail, hash }) => (tail.startsWith('{') ? nodeHasher.ofText(`\0${FIRST_FORM_LABEL}\n${tail}`) : hash));
  }

  /** Of a kept level; what of it is missing is worked out. */
  function nodesFrom(level: number, start: number, count: number): string[] {
    const rows = nodes.all(level, start, start + count);
    if (rows.length === count) return rows.map(({ hash }) => hash.toString('hex'));
    return Array.from({ length: count }, (_, index) => bytesToHex(subtree(level, start + index)));
  }

  /** From the nearest level below that is read at once: leaves, or kept hashes. */
  function fromBelow(level: number, position: number): Uint8Array {
    const below = level < LEVELS_APART ? 0 : level - 1 - ((level - 1) % LEVELS_APART);
    const width = 2 ** (level - below);
    let hashes = below === 0 ? leavesFrom(position * width, width) : nodesFrom(below, position * width, width);
    while (hashes.length > 1) hashes = hashes.filter((_, index) => index % 2 === 0).map((left, index) => nodeHasher.ofNode(left, hashes[2 * index + 1]!));
    return hexToBytes(hashes[0]!);
  }

  const subtree: SubtreeSource = (level, position) => {
    const kept = isKept(level) ? statements.nodeAt.get(level, position) : undefined;
    if (kept) return new Uint8Array(kept.hash);
    const hash = fromBelow(level, position);
    if (isKept(level)) keep(level, position, hash);
    return hash;
  };

  const state = (head: ChainHead): WalkState => ({ head, peaks: peaksOf(head.sequence, subtree).map(bytesToHex) });
  return {
    start() {
      const forgotten = statements.forgotten.get();
      return forgotten === undefined ? WALK_START : state(forgotten);
    },
    state,
    root: (size) => hashOfLeaves(0, size, subtree),
    inclusion: (sequence, size) => inclusionProof(sequence - 1, size, subtree),
    consistency: (first, second) => consistencyProof(first, second, subtree),
    subtree,
  };
}

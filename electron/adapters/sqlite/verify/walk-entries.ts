/** Walks a stretch of the journal's file: the work of a verification, the same on the main thread and on a thread of its own. */
import type { Database } from 'better-sqlite3';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { type ChainFault, type ChainWalk, chainWalk, type TreeHead, type WalkState } from '../../../core/journal/index.ts';
import type { WalkedRow } from '../journal-statements.ts';
import { nodeHasher } from '../node-hasher.ts';
import { isKept } from '../stored-tree.ts';
import { entryBlocks, hashedRows } from './entry-blocks.ts';

export interface Stretch {
  start: WalkState;
  /** The last entry to look at. */
  to: number;
  /** Heads the tree must have had inside the stretch, by size from the smallest. */
  claims: readonly TreeHead[];
}

export interface WalkedStretch {
  fault: ChainFault | null;
  state: WalkState;
  /** Hashes of the tree that the file keeps otherwise than the entries give them, or not at all. */
  nodes: { level: number; position: number; hash: Uint8Array }[];
}

export function walkEntries(database: Database, { start, to, claims }: Stretch): WalkedStretch {
  const nodes: WalkedStretch['nodes'] = [];
  const nodeAt = database.prepare<[number, number], { hash: Buffer }>('SELECT hash FROM tree_nodes WHERE level = ? AND position = ?');
  const walk = chainWalk(start, claims, nodeHasher, (level, position, hash) => {
    if (isKept(level) && nodeAt.get(level, position)?.hash.toString('hex') !== hash) nodes.push({ level, position, hash: hexToBytes(hash) });
  });
  const blocks = entryBlocks(database);
  for (let { sequence, hash } = walk.head(); sequence < to; { sequence, hash } = walk.head()) {
    const { entries, bytes } = blocks.read(sequence, to);
    if (entries === 0) return { fault: { firstBadSequence: sequence + 1, reason: 'gap' }, state: walk.state(), nodes: [] };
    const fault = bytes === null ? stepThrough(walk, blocks.rows(sequence, entries)) : followThrough(walk, bytes, hash);
    if (fault) return { fault, state: walk.state(), nodes: [] };
  }
  return { fault: walk.end(), state: walk.state(), nodes };
}

function followThrough(walk: ChainWalk, bytes: Buffer, previousHash: string): ChainFault | null {
  const rows = hashedRows(bytes, previousHash);
  while (rows.next()) {
    const fault = walk.follow(rows.row);
    if (fault) return fault;
  }
  return null;
}

function stepThrough(walk: ChainWalk, rows: readonly WalkedRow[]): ChainFault | null {
  for (const row of rows) {
    const fault = walk.step(row);
    if (fault) return fault;
  }
  return null;
}

export const sameState = (a: WalkState, b: WalkState): boolean =>
  a.head.sequence === b.head.sequence && a.head.hash === b.head.hash && a.peaks.join() === b.peaks.join();


/** Walks a stretch of the journal's file: the work of a verification, the same on the main thread and on a thread of its own. */
import type { Database } from 'better-sqlite3';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { type ChainFault, chainWalk, type TreeHead, type WalkState } from '../../../core/journal/index.ts';
import { TAIL } from '../journal-rows.ts';
import type { WalkedRow } from '../journal-statements.ts';
import { nodeHasher } from '../node-hasher.ts';
import { isKept } from '../stored-tree.ts';

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

const HASH_DIGITS = 64;
/** A megabyte of text. */
const AT_ONCE = 1_000;

export function walkEntries(database: Database, { start, to, claims }: Stretch): WalkedStretch {
  const nodes: WalkedStretch['nodes'] = [];
  const nodeAt = database.prepare<[number, number], { hash: Buffer }>('SELECT hash FROM tree_nodes WHERE level = ? AND position = ?');
  const walk = chainWalk(start, claims, nodeHasher, (level, position, hash) => {
    if (isKept(level) && nodeAt.get(level, position)?.hash.toString('hex') !== hash) nodes.push({ level, position, hash: hexToBytes(hash) });
  });
  // One column and many rows at once: crossing from SQLite costs more than hashing.
  const rows = database
    .prepare<[number, number, number], string | null>(`SELECT sequence || ' ' || hash || ${TAIL} FROM entries WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?`)
    .pluck();
  const row: WalkedRow = { sequence: 0, tail: '', hash: '' };
  for (let texts = rows.all(start.head.sequence, to, AT_ONCE); texts.length > 0; texts = rows.all(row.sequence, to, AT_ONCE)) {
    for (const text of texts) {
      if (text === null) return { fault: { firstBadSequence: row.sequence + 1, reason: 'unreadable' }, state: walk.state(), nodes: [] };
      const from = text.indexOf(' ') + 1;
      row.sequence = Number(text.slice(0, from));
      row.hash = text.slice(from, from + HASH_DIGITS);
      row.tail = text.slice(from + HASH_DIGITS);
      const fault = walk.step(row);
      if (fault) return { fault, state: walk.state(), nodes: [] };
    }
  }
  const state = walk.state();
  if (state.head.sequence < to) return { fault: { firstBadSequence: state.head.sequence + 1, reason: 'gap' }, state, nodes: [] };
  return { fault: walk.end(), state, nodes };
}

export const sameState = (a: WalkState, b: WalkState): boolean =>
  a.head.sequence === b.head.sequence && a.head.hash === b.head.hash && a.peaks.join() === b.peaks.join();


/** Verifies the chain and the tree of the file: a short journal on this thread, a long one in stretches on others. */
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { JournalHealth } from '../../../../shared/domain/journal/journal-health.ts';
import { type ChainFault, EMPTY_CHAIN, type TreeHead, type WalkState } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { JournalUnwritable } from '../../../ports/journal/journal-store.ts';
import type { JournalStatements } from '../journal-statements.ts';
import { brokenSayings } from '../marks/carried-marks.ts';
import { firstWithoutMark } from '../marks/missing-marks.ts';
import { firstForged } from '../marks/settlement.ts';
import { faultOfBeginning } from './consented-beginning.ts';
import type { StoredTree } from '../stored-tree.ts';
import { walkBeside, WORTH_A_THREAD } from './journal-thread.ts';
import { sameState, walkEntries, type WalkedStretch } from './walk-entries.ts';

/** Entries whose chain and marks are checked at every start, whatever the length of the journal. */
const CHECKED_AT_OPEN = 200;
/** Entries in one turn of the event loop on this thread: some ten milliseconds. */
const SLICE = 2_000;
/** Where a journal may be cut: the tree up to there is a few kept hashes. */
const CUT_AT = 16_384;
/** More only wait for the disk. */
const MOST_THREADS = 8;

export interface VerifiedFile {
  database: Database;
  statements: JournalStatements;
  tree: StoredTree;
  /** For threads to open. */
  file: string;
  /** Null where the key is elsewhere: who settled a mark is then not known. */
  seal: ColumnSeal | null;
}

export function healthOfTail({ database, statements, tree, seal }: VerifiedFile): JournalHealth {
  const unconsented = faultOfBeginning(database, seal);
  if (unconsented !== null) return broken(unconsented);
  const last = statements.head.get();
  const from = tree.start();
  if (!last) return from.head.sequence === 0 ? intact(EMPTY_CHAIN) : broken({ firstBadSequence: from.head.sequence + 1, reason: 'gap' });
  const near = last.sequence - CHECKED_AT_OPEN;
  const before = near > from.head.sequence ? statements.headAt.get(near) : from.head;
  if (!before) return broken({ firstBadSequence: near, reason: 'gap' });
  const start = before === from.head ? from : stateAt(tree, before);
  if (start === null) return broken({ firstBadSequence: near, reason: 'gap' });
  const { fault, state } = walkEntries(database, { start, to: last.sequence, claims: [] });
  if (fault) return broken(fault);
  const unmarked = firstWithoutMark(database, start.head.sequence);
  if (unmarked !== null) return broken({ firstBadSequence: unmarked, reason: 'mark-missing' });
  const [incomplete] = brokenSayings(database);
  if (incomplete !== undefined) return broken({ firstBadSequence: incomplete.sequence, reason: 'mark-missing' });
  const forged = seal === null ? null : firstForged(database, start.head.sequence, CHECKED_AT_OPEN, seal);
  return forged === null ? intact(state.head) : broken({ firstBadSequence: forged, reason: 'mark-forged' });
}

/**
 * @param claims heads the tree must have had, by size from the smallest
 * @param keep called with hashes of the tree that are not kept as the entries give them, once everything was found sound
 */
export async function healthOfChain(
  verified: VerifiedFile,
  claims: readonly TreeHead[],
  keep: (level: number, position: number, hash: Uint8Array) => void,
): Promise<JournalHealth> {
  const { database, statements, tree, seal } = verified;
  const unconsented = faultOfBeginning(database, seal);
  if (unconsented !== null) return broken(unconsented);
  const start = tree.start();
  const to = statements.head.get()?.sequence ?? start.head.sequence;
  // What was forgotten by the rules of retention was held against its claims while it was there.
  const inside = claims.filter(({ size }) => size > start.head.sequence && size <= to);
  const walked = await (to - start.head.sequence < WORTH_A_THREAD ? walkInSlices(verified, start, to, inside) : walkBesides(verified, start, to, inside));
  if (walked.fault) return broken(walked.fault);
  if (inside.length < claims.filter(({ size }) => size > start.head.sequence).length) return broken({ firstBadSequence: to + 1, reason: 'truncated' });
  for (const { level, position, hash } of walked.nodes) keep(level, position, hash);
  return intact(walked.state.head);
}

async function walkInSlices({ database }: VerifiedFile, start: WalkState, to: number, claims: readonly TreeHead[]): Promise<WalkedStretch> {
  const nodes: WalkedStretch['nodes'] = [];
  let state = start;
  while (state.head.sequence < to) {
    const from = state.head.sequence;
    const end = Math.min(to, from + SLICE);
    const walked = walkEntries(database, { start: state, to: end, claims: claims.filter(({ size }) => size > from && size <= end) });
    if (walked.fault) return { ...walked, fault: sinceLastClaim(walked.fault, start.head.sequence, from, claims) };
    nodes.push(...walked.nodes);
    state = walked.state;
    await nextTurn();
  }
  return { fault: null, state, nodes };
}

/** Each thread begins with the tree as the file keeps it, and the one before it proves that beginning. */
async function walkBesides({ statements, tree, file }: VerifiedFile, start: WalkState, to: number, claims: readonly TreeHead[]): Promise<WalkedStretch> {
  const starts = [start, ...cutsBetween(start.head.sequence, to).flatMap((cut) => stateAtCut(statements, tree, cut) ?? [])];
  const stretches = starts.map((from, index) => {
    const end = starts[index + 1]?.head.sequence ?? to;
    return { start: from, to: end, claims: claims.filter(({ size }) => size > from.head.sequence && size <= end) };
  });
  const walked = await Promise.all(stretches.map((stretch) => walkBeside(file, stretch)));
  for (const [index, { fault, state }] of walked.entries()) {
    const from = starts[index]!.head.sequence;
    if (fault) return { ...walked[index]!, fault: sinceLastClaim(fault, start.head.sequence, from, claims) };
    const next = starts[index + 1];
    // What the file keeps of the tree is not what the entries give: the rest is walked from what they give.
    if (next !== undefined && !sameState(state, next)) return walkBeside(file, { start, to, claims });
  }
  return { fault: null, state: walked.at(-1)!.state, nodes: walked.flatMap(({ nodes }) => nodes) };
}

/** As many stretches as there are processors, of one length, ended where the tree is a few kept hashes. */
function cutsBetween(from: number, to: number): number[] {
  const parts = Math.min(availableParallelism(), MOST_THREADS);
  const cuts = Array.from({ length: parts - 1 }, (_, index) => Math.floor((from + ((to - from) * (index + 1)) / parts) / CUT_AT) * CUT_AT);
  return [...new Set(cuts)].filter((cut) => cut > from && cut < to);
}

/** Null where the entry, or entries the tree is worked out from, are missing. */
function stateAtCut(statements: JournalStatements, tree: StoredTree, cut: number): WalkState | null {
  const head = statements.headAt.get(cut);
  return head === undefined ? null : stateAt(tree, head);
}

/** A claim contradicted inside a stretch puts everything since the last one that held in doubt, also before the stretch. */
function sinceLastClaim(fault: ChainFault, first: number, from: number, claims: readonly TreeHead[]): ChainFault {
  if (fault.reason !== 'rewritten' || fault.firstBadSequence !== from + 1) return fault;
  const held = claims.findLast(({ size }) => size <= from)?.size ?? first;
  return { ...fault, firstBadSequence: held + 1 };
}

/** Null where entries the tree is worked out from are missing. */
function stateAt(tree: StoredTree, head: WalkState['head']): WalkState | null {
  try {
    return tree.state(head);
  } catch (error) {
    if (error instanceof JournalUnwritable) return null;
    throw error;
  }
}

const broken = (fault: ChainFault): JournalHealth => ({ state: 'broken', ...fault });
const intact = (head: WalkState['head']): JournalHealth => ({ state: 'intact', entries: head.sequence, headHash: head.hash });

/** Puts entries behind those that are kept already: each in its place, once, and linked to the one before. */
import { chainWalk, FIRST_FORM_LABEL, type HexHasher } from '../journal/index.ts';
import type { EarlyEntry, FollowedLog, LedgerEntry, LedgerRoom, TreeEdge } from '../../ports/journal/fleet-ledger.ts';
import type { MessageFate } from '../../ports/journal/fleet-queue.ts';
import { readCopy, type ReadCopy } from './read-copy.ts';

/** An edge of the tree is kept for so many entries: the root of any size is then a few hundred hashes away. */
const EDGE_EVERY = 256;
/** Of what is held, looked at together. */
const PAGE = 1_000;

export interface EntryTaking {
  take(text: string): Promise<MessageFate>;
  /** Writes down what was taken, and what was held for it. @returns the log as it is now */
  finish(): Promise<FollowedLog>;
}

const hashOfCopy = (text: string, hasher: HexHasher): string => hasher.ofText(text.startsWith(FIRST_FORM_LABEL) ? text : `\0${text}`);

export function takeEntries(log: FollowedLog, room: LedgerRoom, hasher: HexHasher): EntryTaking {
  const fresh: LedgerEntry[] = [];
  const edges: TreeEdge[] = [];
  const early: EarlyEntry[] = [];
  let walk: ReturnType<typeof chainWalk> | null = null;
  let contradicted = log.contradicted;
  const size = (): number => log.size + fresh.length;

  /** Another link, or a time that runs back, and nothing is taken. A log whose beginning was let go begins with the link its first entry names; the signed checkpoint proves it. */
  function step(copy: ReadCopy, hash: string): boolean {
    walk ??= chainWalk({ head: { sequence: log.size, hash: log.headHash ?? copy.previous, at: log.headAt }, peaks: log.peaks }, [], hasher);
    if (walk.head().hash !== copy.previous) return false;
    return walk.step({ sequence: copy.sequence, tail: copy.tail, hash }) === null;
  }

  async function contradict(sequence: number, text: string): Promise<MessageFate> {
    contradicted = Math.min(contradicted ?? sequence, sequence);
    await room.keepContradiction(log.name, sequence, text);
    return 'taken';
  }

  async function takeAgain(sequence: number, hash: string, text: string): Promise<MessageFate> {
    if (sequence <= log.start) return 'taken';
    const known = fresh[sequence - log.size - 1]?.hash ?? (await room.hashAt(log.name, sequence));
    return known === hash ? 'taken' : contradict(sequence, text);
  }

  async function place(text: string): Promise<MessageFate | EarlyEntry> {
    const copy = readCopy(text);
    if (copy === null) return 'useless';
    const hash = hashOfCopy(text, hasher);
    if (copy.sequence <= size()) return takeAgain(copy.sequence, hash, text);
    if (copy.sequence > size() + 1) return { sequence: copy.sequence, text };
    if (!step(copy, hash)) return contradict(copy.sequence, text);
    fresh.push({ sequence: copy.sequence, hash, at: copy.at, kind: copy.kind, text });
    if (copy.sequence % EDGE_EVERY === 0) edges.push({ size: copy.sequence, peaks: walk!.state().peaks });
    return 'taken';
  }

  /** What was held for what has come now. @returns whether something is held still */
  async function takeHeld(): Promise<boolean> {
    if (early.length === 0 && !log.holdsAhead) return false;
    await room.keepAhead(log.name, early);
    for (;;) {
      const before = size();
      const held = await room.ahead(log.name, before, PAGE);
      for (const text of held) await place(text);
      await room.dropAhead(log.name, size());
      if (held.length === 0) return false;
      if (size() === before) return true;
    }
  }

  return {
    async take(text) {
      const placed = await place(text);
      if (typeof placed === 'string') return placed;
      early.push(placed);
      return 'taken';
    },
    async finish() {
      const holdsAhead = await takeHeld();
      if (fresh.length === 0) return { ...log, contradicted, holdsAhead };
      await room.addEntries(log.name, fresh);
      await room.keepEdges(log.name, edges);
      const { head, peaks } = walk!.state();
      return { ...log, size: head.sequence, headHash: head.hash, headAt: head.at, peaks, contradicted, holdsAhead };
    },
  };
}

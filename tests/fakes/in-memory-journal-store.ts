/** A journal store that forgets at the end of the test; obeys the same contract suite as the one on SQLite. */
import type { JournalEntry, JournalHealth, JournalQuery } from '../../shared/domain/journal-entry.ts';
import {
  appendLeaf,
  chainWalk,
  EMPTY_CHAIN,
  EMPTY_RANGE,
  entryBytes,
  inclusionProof,
  leafOfEntry,
  nodeHash,
  rangeRoot,
  sealEntry,
  type SubtreeSource,
  type TreeHead,
} from '../../electron/core/journal/index.ts';
import type { ViewMark } from '../../electron/ports/cabinet-log.ts';
import { type JournalStore, JournalUnwritable } from '../../electron/ports/journal-store.ts';

export interface InMemoryJournalStore extends JournalStore {
  /** What was appended, oldest first; a test may damage it. */
  readonly stored: JournalEntry[];
  /** From now on every write fails in this way; null mends it. */
  failWith(reason: JournalUnwritable['reason'] | null): void;
}

export function inMemoryJournalStore(): InMemoryJournalStore {
  const stored: JournalEntry[] = [];
  const notes: { size: number; note: string }[] = [];
  const marks = new Map<number, { mark: ViewMark; since: string; attempts: number }>();
  let failing: JournalUnwritable['reason'] | null = null;

  const requireWritable = () => {
    if (failing) throw new JournalUnwritable(failing);
  };
  const waiting = () => stored.filter((entry) => entry.mark.state === 'waiting');

  function verify(claims: readonly TreeHead[] = []): JournalHealth {
    const walk = chainWalk(claims);
    for (const entry of stored) {
      const fault = walk.step(entry);
      if (fault) return { state: 'broken', ...fault };
    }
    const missing = walk.end();
    if (missing) return { state: 'broken', ...missing };
    return { state: 'intact', entries: walk.head().sequence, headHash: walk.head().hash };
  }

  const range = (size: number) => stored.slice(0, size).reduce((grown, entry) => appendLeaf(grown, leafOfEntry(entry)), EMPTY_RANGE);
  const subtree: SubtreeSource = (level, position) =>
    level === 0 ? leafOfEntry(stored[position]!) : nodeHash(subtree(level - 1, 2 * position), subtree(level - 1, 2 * position + 1));

  return {
    stored,
    failWith(reason) {
      failing = reason;
    },
    async append(entry, mark) {
      requireWritable();
      const at = new Date(entry.at).toISOString();
      const sealed = sealEntry({ ...entry, at }, stored.at(-1) ?? EMPTY_CHAIN);
      if (mark) marks.set(sealed.sequence, { mark, since: at, attempts: 0 });
      stored.push({ ...sealed, mark: mark ? { state: 'waiting', since: at } : { state: 'not-needed' } });
      return structuredClone(stored.at(-1)!);
    },
    async list(query) {
      const matching = stored.filter((entry) => matches(query, entry)).toReversed();
      const page = matching.filter((entry) => entry.sequence < (query.before ?? Infinity)).slice(0, query.limit);
      return {
        entries: structuredClone(page),
        nextBefore: page.length === query.limit ? page.at(-1)!.sequence : null,
        total: matching.length,
      };
    },
    async ofSubject(subjectHash, limit) {
      const own = stored.filter(({ event }) => 'subjectHash' in event && event.subjectHash === subjectHash);
      return structuredClone(own.toReversed().slice(0, limit));
    },
    async *entries() {
      yield* structuredClone(stored);
    },
    verify: async (claims) => verify(claims),
    treeHead: async () => ({ size: stored.length, root: rangeRoot(range(stored.length)) }),
    treeRoot: async (size) => (size > 0 && size <= stored.length ? rangeRoot(range(size)) : null),
    async inclusion(sequence, size) {
      if (sequence < 1 || sequence > size || size > stored.length) return null;
      return { entry: entryBytes(stored[sequence - 1]!), proof: inclusionProof(sequence - 1, size, subtree) };
    },
    async keepCheckpoint(size, note) {
      requireWritable();
      if (!notes.some((kept) => kept.note === note)) notes.push({ size, note });
    },
    async checkpoints(limit) {
      return notes.toSorted((a, b) => b.size - a.size).slice(0, limit).map(({ note }) => note);
    },
    health: () => (failing ? { state: 'unwritable', reason: failing } : verify()),
    async waitingMarks(limit) {
      return waiting()
        .slice(0, limit)
        .map(({ sequence }) => Object.assign({ sequence }, marks.get(sequence)!));
    },
    async noteAttempt(sequence) {
      requireWritable();
      marks.get(sequence)!.attempts += 1;
    },
    async settleMark(sequence, state) {
      requireWritable();
      const entry = stored.find((candidate) => candidate.sequence === sequence);
      if (entry?.mark.state === 'waiting') entry.mark = state;
    },
    async counts() {
      const open = waiting();
      const refused = stored.filter((entry) => entry.mark.state === 'refused').length;
      return { waiting: open.length, oldest: open[0]?.mark.state === 'waiting' ? open[0].mark.since : null, refused };
    },
    async close() {},
  };
}

function matches(query: JournalQuery, entry: JournalEntry): boolean {
  const at = Date.parse(entry.at);
  if (query.from !== null && at < Date.parse(query.from)) return false;
  if (query.to !== null && at > Date.parse(query.to)) return false;
  if (query.kinds.length > 0 && !query.kinds.includes(entry.event.kind)) return false;
  if (query.verdict !== null && (entry.event.kind !== 'checked' || entry.event.verdict !== query.verdict)) return false;
  if (query.operatorId !== null && entry.operatorId !== query.operatorId) return false;
  return query.mark === null || entry.mark.state === query.mark;
}

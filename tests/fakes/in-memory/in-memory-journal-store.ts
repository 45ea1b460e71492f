/** A journal store that forgets at the end of the test; obeys the same contract suite as the one on SQLite. */
import { aesColumnSeal } from '../../../electron/adapters/sealed/aes-column-seal.ts';
import {
  chainWalk,
  consistencyProof,
  EMPTY_CHAIN,
  hashOfTail,
  inclusionProof,
  linkEntry,
  nodeHash,
  peaksOf,
  rootOfPeaks,
  type SubtreeSource,
  textOfTail,
  type TreeHead,
  WALK_START,
} from '../../../electron/core/journal/index.ts';
import type { ViewMark } from '../../../electron/ports/checking/cabinet-log.ts';
import { type JournalStore, JournalUnwritable, type RecordedEntry } from '../../../electron/ports/journal/journal-store.ts';
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { JournalEntry, JournalQuery } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import { hexToBytes } from '../../../shared/util/bytes.ts';
import { portableHasher } from '../portable-hasher.ts';

export interface InMemoryJournalStore extends JournalStore {
  /** What was appended, oldest first; a test may damage it. */
  readonly stored: JournalEntry[];
  /** From now on every write fails in this way; null mends it. */
  failWith(reason: JournalUnwritable['reason'] | null): void;
  /** Bytes free on the disk it would lie on. */
  freeBytes: number;
}

const seal = aesColumnSeal(new Uint8Array(32).fill(5));

export function inMemoryJournalStore(): InMemoryJournalStore {
  const stored: JournalEntry[] = [];
  const notes: { size: number; note: string }[] = [];
  const cosigned: { size: number; note: string }[] = [];
  const marks = new Map<number, { mark: ViewMark; since: string; attempts: number }>();
  const receipts: { log: string; through: number; receipt: { id: string; at: string } }[] = [];
  let failing: JournalUnwritable['reason'] | null = null;
  const copied = (log: string) => {
    const last = receipts.findLast((kept) => kept.log === log);
    const through = last?.through ?? 0;
    return { through, receipt: last?.receipt ?? null, waiting: stored.length - through, oldest: stored[through]?.at ?? null };
  };

  const requireWritable = () => {
    if (failing) throw new JournalUnwritable(failing);
  };
  const waiting = () => stored.filter((entry) => entry.mark.state === 'waiting');

  /** The walk over what is stored, up to `size`, as far as it is sound. */
  function walked(size: number, claims: readonly TreeHead[] = []) {
    const walk = chainWalk(WALK_START, claims, portableHasher);
    for (const entry of stored.slice(0, size)) {
      const fault = walk.step({ sequence: entry.sequence, tail: tailOf(entry), hash: entry.hash });
      if (fault) return { fault, walk };
    }
    return { fault: walk.end(), walk };
  }

  function verify(claims: readonly TreeHead[] = []): JournalHealth {
    const { fault, walk } = walked(stored.length, claims);
    const { head } = walk.state();
    return fault ? { state: 'broken', ...fault } : { state: 'intact', entries: head.sequence, headHash: head.hash };
  }

  const rootAt = (size: number) => hexToBytes(rootOfPeaks(walked(size).walk.state().peaks, portableHasher));
  const subtree: SubtreeSource = (level, position) =>
    level === 0 ? hexToBytes(stored[position]!.hash) : nodeHash(subtree(level - 1, 2 * position), subtree(level - 1, 2 * position + 1));
  const recorded = (entry: JournalEntry): RecordedEntry => ({
    entry: structuredClone(entry),
    bytes: new TextEncoder().encode(textOfTail(tailOf(entry), entry.previousHash)),
    entryKey: tailOf(entry).includes('"sealed":null') ? null : seal.keyOf(entry),
  });

  return {
    stored,
    failWith(reason) {
      failing = reason;
    },
    async append(entry, mark) {
      requireWritable();
      const at = new Date(entry.at).toISOString();
      const head = stored.at(-1) ?? EMPTY_CHAIN;
      const { columns, tail } = linkEntry({ ...entry, at }, head, seal);
      if (mark) marks.set(columns.sequence, { mark, since: at, attempts: 0 });
      stored.push({
        ...structuredClone(entry),
        at,
        sequence: columns.sequence,
        previousHash: head.hash,
        hash: hashOfTail(tail, head.hash, portableHasher),
        mark: mark ? { state: 'waiting', since: at } : { state: 'not-needed' },
      } as JournalEntry);
      return structuredClone(stored.at(-1)!);
    },
    async list(query) {
      const matching = stored.filter((entry) => matches(query, entry)).toReversed();
      const page = matching.filter((entry) => entry.sequence < (query.before ?? Infinity)).slice(0, query.limit);
      return {
        entries: structuredClone(page),
        nextBefore: page.length === query.limit ? page.at(-1)!.sequence : null,
        total: query.mark === 'delivered' ? null : matching.length,
      };
    },
    async report(query) {
      const rows = new Map<string, JournalReport['rows'][number]>();
      for (const { at, operatorId, event } of stored) {
        const day = almatyDay(new Date(at));
        if (day < query.from || day > query.to) continue;
        const period = query.by === 'month' ? day.slice(0, 'yyyy-mm'.length) : day;
        const verdict = event.kind === 'checked' ? event.verdict : null;
        const name = [period, event.kind, verdict, operatorId].join(' ');
        const row = rows.get(name) ?? { period, operatorId, kind: event.kind, verdict, count: 0 };
        rows.set(name, { ...row, count: row.count + 1 });
      }
      return { query, rows: [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row) };
    },
    async ofSubject(subjectHash, limit) {
      const own = stored.filter(({ event }) => 'subjectHash' in event && event.subjectHash === subjectHash);
      return structuredClone(own.toReversed().slice(0, limit));
    },
    async *records(from, to) {
      yield* stored.slice(from - 1, to).map(recorded);
    },
    async sequenceAt(instant) {
      return (stored.find(({ at }) => Date.parse(at) >= Date.parse(instant))?.sequence ?? stored.length + 1);
    },
    verify: async (claims) => verify(claims),
    integrity: async () => null,
    treeHead: async () => ({ size: stored.length, root: rootAt(stored.length) }),
    treeRoot: async (size) => (size > 0 && size <= stored.length ? rootAt(size) : null),
    async inclusion(sequence, size) {
      if (sequence < 1 || sequence > size || size > stored.length) return null;
      const { bytes, entryKey } = recorded(stored[sequence - 1]!);
      return { bytes, entryKey, proof: inclusionProof(sequence - 1, size, subtree) };
    },
    consistency: async (first, second) => (first > 0 && second <= stored.length ? consistencyProof(first, second, subtree) : null),
    peaks: async (size) => peaksOf(size, subtree),
    async keepCheckpoint(size, note) {
      requireWritable();
      if (!notes.some((kept) => kept.note === note)) notes.push({ size, note });
    },
    async checkpoints(limit) {
      return notes.toSorted((a, b) => b.size - a.size).slice(0, limit).map(({ note }) => note);
    },
    async keepCosigned(size, note) {
      requireWritable();
      cosigned.push({ size, note });
    },
    cosigned: async () => cosigned.toSorted((a, b) => b.size - a.size)[0] ?? null,
    forgotten: async () => 0,
    async forget() {
      throw new Error('a journal in memory forgets everything at once');
    },
    async setAside() {
      stored.length = 0;
      notes.length = 0;
      cosigned.length = 0;
      marks.clear();
      failing = null;
      return { state: 'restarted', quarantinedAs: 'journal-altered-20261122T050000Z.sqlite', entries: 0 };
    },
    async replaceWith() {
      throw new Error('a journal in memory has no file');
    },
    async copyTo() {
      throw new Error('a journal in memory has no file');
    },
    freeBytes: Number.MAX_SAFE_INTEGER,
    async space() {
      return { used: 0, free: this.freeBytes };
    },
    health: () => (failing ? { state: 'unwritable', reason: failing } : verify()),
    async waitingMarks(limit) {
      return waiting()
        .slice(0, limit)
        .map(({ sequence }) => Object.assign({ sequence }, marks.get(sequence)!));
    },
    async noteAttempts(sequences) {
      requireWritable();
      for (const sequence of sequences) marks.get(sequence)!.attempts += 1;
    },
    async settleMarks(settled) {
      requireWritable();
      for (const { sequence, state } of settled) {
        const entry = stored.find((candidate) => candidate.sequence === sequence);
        if (entry?.mark.state === 'waiting') entry.mark = state;
      }
    },
    async counts() {
      const open = waiting();
      const refused = stored.filter((entry) => entry.mark.state === 'refused').length;
      return { waiting: open.length, oldest: open[0]?.mark.state === 'waiting' ? open[0].mark.since : null, refused };
    },
    copies: async (after, limit) => stored.slice(after, after + limit).map((entry) => ({ sequence: entry.sequence, hash: entry.hash, bytes: recorded(entry).bytes })),
    copied: async (log) => copied(log),
    async keepCopied(log, through, receipt) {
      requireWritable();
      receipts.push({ log, through, receipt });
    },
    async undelivered(log) {
      const { through, waiting: uncopied } = log === null ? { through: stored.length, waiting: 0 } : copied(log);
      const owed = waiting().filter(({ sequence }) => sequence <= through);
      const oldest = [stored[through]?.at, owed[0]?.at].filter((at) => at !== undefined).toSorted()[0] ?? null;
      return { entries: uncopied + owed.length, oldest };
    },
    async close() {},
  };
}

/** Worked out from what is stored, as a damaged entry would be. */
function tailOf({ sequence, hash: _hash, previousHash: _previous, mark: _mark, ...entry }: JournalEntry): string {
  return linkEntry(entry, { sequence: sequence - 1, hash: '', at: null }, seal).tail;
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

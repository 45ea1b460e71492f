/** Everything that is only read from the journal's file. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import { FIRST_FORM_LABEL, GENESIS_HASH, parseRest, peaksOf, textOfTail } from '../../../core/journal/index.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import type { JournalStore, RecordedEntry } from '../../../ports/journal/journal-store.ts';
import { type EntryRow, readEntryRow } from '../journal-rows.ts';
import type { JournalStatements } from '../journal-statements.ts';
import type { StoredTree } from '../stored-tree.ts';
import { listRows } from './list-entries.ts';
import type { LongQuestions } from './long-questions.ts';
import { reportOf } from './report.ts';
import { totalOf } from './tally.ts';
import { timeBounds } from './time-bounds.ts';

/** Rows read in one turn of the event loop, so that years of entries do not hold up the desk. */
const BATCH = 500;

type Reader = Pick<JournalStore, 'list' | 'report' | 'ofSubject' | 'records' | 'sequenceAt' | 'inclusion' | 'peaks' | 'checkpoints' | 'cosigned' | 'forgotten'>;

export function journalReader(database: Database, statements: JournalStatements, tree: StoredTree, seal: ColumnSeal | null, questions: LongQuestions): Reader {
  /** What the first entry of the file continues. */
  const firstLink = (): string => statements.forgotten.get()?.hash ?? GENESIS_HASH;
  const bounds = timeBounds(database);

  function requireEntry(row: EntryRow, link: string): JournalEntry {
    const entry = readEntryRow(row, link, seal);
    if (!entry) throw new Error(`journal entry ${row.sequence} is unreadable`);
    return entry;
  }

  function recorded(row: EntryRow, tail: string): RecordedEntry {
    const entry = requireEntry(row, firstLink());
    return { entry, ...givenOut(row, tail) };
  }

  function givenOut(row: EntryRow, tail: string): Omit<RecordedEntry, 'entry'> {
    const text = row.form === 1 ? `${FIRST_FORM_LABEL}\n${tail}` : textOfTail(tail, row.previous_hash ?? firstLink());
    const rest = row.form === 1 ? null : parseRest(row.rest);
    const sealed = rest !== null && rest.sealed !== null;
    return { bytes: new TextEncoder().encode(text), entryKey: sealed && seal !== null ? seal.keyOf({ id: rest.id, sequence: row.sequence }) : null };
  }

  return {
    async list(query) {
      const { rows, nextBefore } = listRows(database, query, seal);
      const link = firstLink();
      // A row somebody edited into nonsense is reported by `verify`; it does not take the rest of the page with it.
      const entries = rows.map((row) => readEntryRow(row, link, seal)).filter((entry) => entry !== null);
      return { entries, nextBefore, total: totalOf(database, query, seal) };
    },
    report: async (query) => reportOf(query, await questions.report(query), seal),
    async ofSubject(subjectHash, limit) {
      const tag = seal?.tag('about', subjectHash) ?? subjectHash;
      // As it stands only in entries of form 1; each value asked for is a look into every run of the index.
      const plain = statements.firstForm.get() === 1 ? subjectHash : tag;
      const { link, rows } = await questions.history({ tag, plain, limit });
      const entries = rows.map((row) => requireEntry(row, link));
      return entries.filter(({ event }) => 'subjectHash' in event && event.subjectHash === subjectHash);
    },
    async *records(from, to) {
      for (let next = from; next <= to; ) {
        const count = Math.min(BATCH, to - next + 1);
        const rows = statements.entriesAfter.all(next - 1, count);
        const tails = statements.walkAfter.all(next - 1, count);
        yield* rows.map((row, index) => recorded(row, tails[index]!.tail));
        if (rows.length < count) return;
        next = rows.at(-1)!.sequence + 1;
        await nextTurn();
      }
    },
    async sequenceAt(instant) {
      const wanted = new Date(instant).toISOString();
      const near = bounds.firstNear(instant);
      const [exact] = database.prepare<[number, number, string], number>('SELECT sequence FROM entries WHERE sequence >= ? AND sequence < ? AND at >= ? ORDER BY sequence LIMIT 1').pluck().all(near, bounds.endAfter(instant), wanted);
      return exact ?? bounds.endAfter(instant);
    },
    async inclusion(sequence, size) {
      const row = statements.entriesAfter.get(sequence - 1, 1);
      const head = statements.head.get()?.sequence ?? 0;
      if (row?.sequence !== sequence || sequence > size || size > head) return null;
      const { tail } = statements.walkAfter.get(sequence - 1, 1)!;
      return { ...givenOut(row, tail), proof: tree.inclusion(sequence, size) };
    },
    peaks: async (size) => peaksOf(size, tree.subtree),
    async checkpoints(limit) {
      return statements.checkpoints.all(limit).map(({ note }) => note);
    },
    cosigned: async () => statements.cosigned.get() ?? null,
    forgotten: async () => statements.forgotten.get()?.sequence ?? 0,
  };
}

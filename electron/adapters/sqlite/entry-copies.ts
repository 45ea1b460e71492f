/** What of the file the collector has a copy of, and what it is still owed. */
import type { Database } from 'better-sqlite3';
import { FIRST_FORM_LABEL, GENESIS_HASH, textOfTail } from '../../core/journal/index.ts';
import type { CopiedEntries, JournalStore } from '../../ports/journal/journal-store.ts';
import { IS_OPEN, TAIL } from './journal-rows.ts';

interface CopyRow {
  sequence: number;
  form: 1 | 2;
  hash: string;
  previous: string | null;
  tail: string;
}

type EntryCopies = Pick<JournalStore, 'copies' | 'copied' | 'keepCopied' | 'undelivered'>;

/** @param write runs what changes the file, and says in the journal's terms why it could not */
export function entryCopies(database: Database, write: (work: () => unknown) => void): EntryCopies {
  const rowsAfter = database.prepare<[number, number], CopyRow>(`
    SELECT sequence, form, hash, (SELECT p.hash FROM entries p WHERE p.sequence = entries.sequence - 1) AS previous, ${TAIL} AS tail
    FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  const forgotten = database.prepare<[], { through: number; hash: string }>('SELECT through, hash FROM forgotten');
  const head = database.prepare<[], number | null>('SELECT max(sequence) FROM entries').pluck();
  const writtenAt = database.prepare<[number], string>('SELECT at FROM entries WHERE sequence > ? ORDER BY sequence LIMIT 1').pluck();
  const last = database.prepare<[string], { through: number; receipt: string; at: string }>(
    'SELECT through, receipt, at FROM copies WHERE log = ? ORDER BY number DESC LIMIT 1',
  );
  const keep = database.prepare<[string, number, string, string]>('INSERT INTO copies (log, through, receipt, at) VALUES (?, ?, ?, ?)');
  const owedMarks = database.prepare<[number], { entries: number; oldest: string | null }>(
    `SELECT count(*) AS entries, min(since) AS oldest FROM marks WHERE state = 'waiting' AND ${IS_OPEN} AND sequence <= ?`,
  );

  function copied(log: string): CopiedEntries {
    const known = last.get(log);
    const through = known?.through ?? 0;
    // What was let go before it was copied is owed to nobody.
    const owedAfter = Math.max(through, forgotten.get()?.through ?? 0);
    const waiting = Math.max(0, (head.get() ?? 0) - owedAfter);
    return {
      through,
      receipt: known === undefined ? null : { id: known.receipt, at: known.at },
      waiting,
      oldest: waiting === 0 ? null : (writtenAt.get(owedAfter) ?? null),
    };
  }

  return {
    async copies(after, limit) {
      const first = forgotten.get()?.hash ?? GENESIS_HASH;
      return rowsAfter.all(after, limit).map(({ sequence, form, hash, previous, tail }) => {
        const text = form === 1 ? `${FIRST_FORM_LABEL}\n${tail}` : textOfTail(tail, previous ?? first);
        return { sequence, hash, bytes: new TextEncoder().encode(text) };
      });
    },
    copied: async (log) => copied(log),
    async keepCopied(log, through, { id, at }) {
      write(() => keep.run(log, through, id, at));
    },
    async undelivered(log) {
      if (log === null) return owedMarks.get(Number.MAX_SAFE_INTEGER)!;
      const { waiting, oldest, through } = copied(log);
      const marks = owedMarks.get(through)!;
      return { entries: waiting + marks.entries, oldest: [oldest, marks.oldest].filter((at) => at !== null).toSorted()[0] ?? null };
    },
  };
}

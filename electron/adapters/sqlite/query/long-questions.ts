/** Questions that may look through the whole file: asked of one connection, of the desk or of a thread, and answered with rows as they lie there, sealed. */
import type { Database } from 'better-sqlite3';
import type { JournalReportQuery } from '../../../../shared/domain/journal/journal-report.ts';
import { GENESIS_HASH } from '../../../core/journal/index.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow } from '../journal-rows.ts';
import { FIRST_NOT_INDEXED } from '../write/entry-index.ts';
import { type ReportRows, reportRows } from './report.ts';

export interface HistoryQuestion {
  /** The citizen, under the blind index and as entries of form 1 say it. */
  tag: string;
  plain: string;
  limit: number;
}

export interface HistoryRows {
  /** What the first entry of the file continues. */
  link: string;
  /** The newest first. */
  rows: EntryRow[];
}

export interface LongQuestions {
  history(question: HistoryQuestion): Promise<HistoryRows>;
  report(query: JournalReportQuery): Promise<ReportRows>;
}

/** @throws what SQLite throws */
export function longQuestions(database: Database): LongQuestions {
  // Each run of the index of citizens is looked into by itself.
  const ofSubject = database.prepare<HistoryQuestion, EntryRow>(`
    WITH RECURSIVE runs (run) AS (
      SELECT max(run) FROM entries_by_about
      UNION ALL SELECT run - 1 FROM runs WHERE run > (SELECT min(run) FROM entries_by_about)
    ), found (sequence) AS (
      SELECT sequence FROM entries WHERE sequence >= ${FIRST_NOT_INDEXED} AND about IN (@tag, @plain)
      UNION ALL
      SELECT i.sequence FROM runs CROSS JOIN entries_by_about i ON i.run = runs.run AND i.about IN (@tag, @plain)
    )
    SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES}
    WHERE e.sequence IN (SELECT sequence FROM found ORDER BY sequence DESC LIMIT @limit) ORDER BY e.sequence DESC`);
  const forgotten = database.prepare<[], string>('SELECT hash FROM forgotten').pluck();
  // Of one moment: retention may go on beside it.
  const history = database.transaction((question: HistoryQuestion): HistoryRows => ({ link: forgotten.get() ?? GENESIS_HASH, rows: ofSubject.all(question) }));
  return {
    history: async (question) => history(question),
    report: async (query) => reportRows(database, query),
  };
}

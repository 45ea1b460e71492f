/** What happened in each day or month and by whom: the counts as the file keeps them, and the names for whoever can open them. */
import type { Database } from 'better-sqlite3';
import type { JournalReport, JournalReportQuery } from '../../../../shared/domain/journal/journal-report.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, readEntryRow } from '../journal-rows.ts';
import { FIRST_NOT_INDEXED } from '../write/entry-index.ts';
import { countsBetween } from './tally.ts';

interface TallyRow {
  period: string;
  /** Blind index of the operator; empty for nobody. */
  who: string;
  kind: string;
  verdict: string;
  count: number;
}

export interface ReportRows {
  counted: TallyRow[];
  /** One entry of each operator, which says who that is. */
  named: EntryRow[];
}

export function reportRows(database: Database, { from, to, by }: JournalReportQuery): ReportRows {
  const counts = countsBetween(from, to, by);
  const counted = database
    .prepare<string[], TallyRow>(
      `SELECT period, who, kind, verdict, sum(count) AS count FROM (${counts.text})
       GROUP BY period, who, kind, verdict ORDER BY period, kind, verdict, who`,
    )
    .all(...counts.values);
  const oneOf = database.prepare<{ who: string }, EntryRow>(`
    SELECT ${ENTRY_COLUMNS} FROM ${ENTRY_TABLES} WHERE e.sequence = ifnull(
      (SELECT sequence FROM entries_by_who WHERE who = @who LIMIT 1),
      (SELECT sequence FROM entries WHERE sequence >= ${FIRST_NOT_INDEXED} AND who = @who ORDER BY sequence LIMIT 1))`);
  return { counted, named: [...new Set(counted.map(({ who }) => who))].flatMap((who) => (who === '' ? [] : (oneOf.get({ who }) ?? []))) };
}

export function reportOf(query: JournalReportQuery, { counted, named }: ReportRows, seal: ColumnSeal | null): JournalReport {
  const operators = new Map(named.map((row) => [row.who ?? '', readEntryRow(row, row.hash, seal)?.operatorId ?? null]));
  return {
    query,
    rows: counted.map(({ period, who, kind, verdict, count }) => ({
      period,
      operatorId: operators.get(who) ?? null,
      kind,
      verdict: verdict === '' ? null : (verdict as JournalReport['rows'][number]['verdict']),
      count,
    })),
  };
}

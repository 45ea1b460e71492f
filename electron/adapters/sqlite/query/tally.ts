/** Counts of whole days, kept in the file: a total takes the same time however many entries there are. */
import type { Database } from 'better-sqlite3';
import { almatyDay, shiftDay, startOfAlmatyDay } from '../../../../shared/domain/almaty-day.ts';
import type { JournalQuery } from '../../../../shared/domain/journal/journal-entry.ts';
import type { ColumnSeal } from '../../../ports/journal/column-seal.ts';
import { DAY, FIRST_NOT_COUNTED, MONTH } from '../write/entry-counts.ts';
import { IS_OPEN } from '../journal-rows.ts';
import { columnsWhere, type Filters } from './journal-filter.ts';
import { timeBounds } from './time-bounds.ts';

const MONTH_LENGTH = 'yyyy-mm'.length;
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9998-12-31';
const inUtc = (instant: string): string => new Date(instant).toISOString();

type Values = (string | number)[];

/** How many entries match; null for settled marks, which nothing counts. */
export function totalOf(database: Database, query: JournalQuery, seal: ColumnSeal | null): number | null {
  if (query.mark === 'delivered') return null;
  if (query.mark !== null) return openMarks(database, query, seal);
  const first = query.from === null ? FIRST_DAY : firstWholeDay(query.from);
  const last = query.to === null ? LAST_DAY : shiftDay(almatyDay(new Date(query.to)), -1);
  if (first > last) return countBetween(database, query, query.from, query.to, seal);
  const start = startOfAlmatyDay(first);
  const before = query.from === null || start === inUtc(query.from) ? 0 : countBetween(database, query, query.from, justBefore(start), seal);
  const after = query.to === null ? 0 : countBetween(database, query, startOfAlmatyDay(shiftDay(last, 1)), query.to, seal);
  return before + countedDays(database, query, first, last, seal) + after;
}

const firstWholeDay = (from: string): string => {
  const day = almatyDay(new Date(from));
  return startOfAlmatyDay(day) === inUtc(from) ? day : shiftDay(day, 1);
};
const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Of what is still there: retention leaves the counts of days as they were. */
function countedDays(database: Database, filters: Filters, first: string, last: string, seal: ColumnSeal | null): number {
  const where = columnsWhere(filters, seal);
  const counted = countsBetween(first, last, 'month');
  return database
    .prepare<Values, number>(`SELECT ifnull(sum(count - gone), 0) FROM (${counted.text}) WHERE ${where.text}`)
    .pluck()
    .get(...counted.values, ...where.values)!;
}

/** The counts of days, both included, as a table of their periods: whole months stand for their days where months are asked for. */
export function countsBetween(first: string, last: string, by: 'day' | 'month'): { text: string; values: string[] } {
  const rows = (period: string, table: string, between: string) => `SELECT ${period} AS period, who, kind, verdict, count, gone FROM ${table} WHERE ${between}`;
  const young = (period: string) =>
    `SELECT ${period} AS period, ifnull(who, '') AS who, kind, ifnull(verdict, '') AS verdict, 1 AS count, 0 AS gone
     FROM entries WHERE sequence >= ${FIRST_NOT_COUNTED} AND ${DAY} BETWEEN ? AND ?`;
  if (by === 'day') return { text: `${rows('day', 'tally', 'day BETWEEN ? AND ?')} UNION ALL ${young(DAY)}`, values: [first, last, first, last] };
  const month = `substr(day, 1, ${MONTH_LENGTH})`;
  const firstWhole = monthFrom(first);
  // The days of a month that is not whole lie before the first that is, and from the end of the last on.
  const endOfWhole = monthOf(shiftDay(last, 1));
  if (firstWhole >= endOfWhole) return { text: `${rows(month, 'tally', 'day BETWEEN ? AND ?')} UNION ALL ${young(MONTH)}`, values: [first, last, first, last] };
  return {
    text: [
      rows('month', 'monthly_tally', 'month >= ? AND month < ?'),
      rows(month, 'tally', 'day >= ? AND day < ?'),
      rows(month, 'tally', 'day >= ? AND day <= ?'),
      young(MONTH),
    ].join(' UNION ALL '),
    values: [firstWhole, endOfWhole, first, firstWhole, endOfWhole, last, first, last],
  };
}

const monthOf = (day: string): string => day.slice(0, MONTH_LENGTH);
/** The month that begins on this day, or the next one that begins. */
const monthFrom = (day: string): string => (day.endsWith('-01') ? monthOf(day) : monthOf(shiftDay(`${monthOf(day)}-28`, 4)));

/** Part of a day at most on either end. */
function countBetween(database: Database, filters: Filters, from: string | null, to: string | null, seal: ColumnSeal | null): number {
  const where = columnsWhere(filters, seal);
  const bounds = timeBounds(database);
  const sequence = from === null ? 0 : bounds.firstNear(from);
  const end = to === null ? Number.MAX_SAFE_INTEGER : bounds.endAfter(to);
  return database
    .prepare<Values, number>(`SELECT count(*) FROM entries e WHERE sequence >= ? AND sequence < ? AND at >= ? AND at <= ? AND ${where.text}`)
    .pluck()
    .get(sequence, end, inUtc(from ?? FIRST_DAY), inUtc(to ?? LAST_DAY), ...where.values)!;
}

function openMarks(database: Database, filters: JournalQuery, seal: ColumnSeal | null): number {
  const where = columnsWhere(filters, seal);
  return database
    .prepare<Values, number>(
      `SELECT count(*) FROM marks m JOIN entries e ON e.sequence = m.sequence WHERE m.state = ? AND m.${IS_OPEN} AND e.at >= ? AND e.at <= ? AND ${where.text}`,
    )
    .pluck()
    .get(filters.mark!, inUtc(filters.from ?? FIRST_DAY), inUtc(filters.to ?? LAST_DAY), ...where.values)!;
}

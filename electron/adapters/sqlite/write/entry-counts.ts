/** Counts entries by day and month, operator, event and verdict, many at once: a count that followed every entry would cost each two pages of the log. */
import type { Database } from 'better-sqlite3';

/** Entries that are counted where they stand until the next stretch is whole: under a millisecond. */
const RUN = 1_024;

/** For a bound of `sequence`: the first entry that is in no count. */
export const FIRST_NOT_COUNTED = 'ifnull((SELECT through + 1 FROM counted), 1)';
/**
 * The day of an entry as the days of the state are counted (shared: almaty-day.ts). An instant somebody edited into nonsense has
 * none; that it was altered is for the chain to say.
 */
export const DAY = `ifnull(date(at, '+5 hours'), '')`;
export const MONTH = `ifnull(strftime('%Y-%m', at, '+5 hours'), '')`;

export interface EntryCounts {
  /** Whether a whole stretch is not counted yet. @param last sequence of the newest entry */
  isDue(last: number): boolean;
  /** Inside a transaction: counts what is not counted yet, where that is a whole stretch. */
  bringUp(last: number): void;
  /** Inside a transaction: counts every entry. */
  countAll(): void;
}

export function entryCounts(database: Database): EntryCounts {
  const through = database.prepare<[], number>('SELECT through FROM counted').pluck();
  const newest = database.prepare<[], number | null>('SELECT max(sequence) FROM entries').pluck();
  const additions = [
    ['tally', 'day', DAY],
    ['monthly_tally', 'month', MONTH],
  ].map(([table, name, period]) =>
    database.prepare<{ from: number; to: number }>(`
      INSERT INTO ${table} (${name}, who, kind, verdict, count)
        SELECT ${period}, ifnull(who, ''), kind, ifnull(verdict, ''), count(*) FROM entries WHERE sequence > @from AND sequence <= @to GROUP BY 1, 2, 3, 4
      ON CONFLICT DO UPDATE SET count = count + excluded.count`),
  );
  const reached = database.prepare<{ to: number }>('INSERT INTO counted (one, through) VALUES (1, @to) ON CONFLICT DO UPDATE SET through = excluded.through');
  const isDue = (last: number): boolean => last - (through.get() ?? 0) >= RUN;

  function count(from: number, to: number): void {
    for (const addition of additions) addition.run({ from, to });
    reached.run({ to });
  }

  return {
    isDue,
    bringUp(last) {
      if (isDue(last)) count(through.get() ?? 0, last);
    },
    countAll() {
      const last = newest.get() ?? 0;
      const from = through.get() ?? 0;
      if (last > from) count(from, last);
    },
  };
}

/** Grouped at once: more would be sorted on the disk. */
const COMPARED_AT_ONCE = 8_192;

/** Whether the days count every entry that is there once, and the months what their days do: a count that lies hides an entry from a report. */
export function countsFit(database: Database): boolean {
  return daysFit(database) && monthsFit(database);
}

function daysFit(database: Database): boolean {
  const stretch = database.prepare<[number, number], DayCount>(`
    SELECT ${DAY} AS day, ifnull(who, '') AS who, kind, ifnull(verdict, '') AS verdict, count(*) AS count
    FROM entries WHERE sequence >= ? AND sequence < ? GROUP BY 1, 2, 3, 4`);
  const first = database.prepare<[], number | null>('SELECT min(sequence) FROM entries').pluck().get() ?? 1;
  const end = database.prepare<[], number>(`SELECT ${FIRST_NOT_COUNTED}`).pluck().get()!;
  const found = new Map<string, number>();
  for (let from = first; from < end; from += COMPARED_AT_ONCE) {
    for (const row of stretch.all(from, Math.min(end, from + COMPARED_AT_ONCE))) found.set(nameOf(row), (found.get(nameOf(row)) ?? 0) + row.count);
  }
  const kept = database.prepare<[], DayCount>('SELECT day, who, kind, verdict, count - gone AS count FROM tally WHERE count <> gone').all();
  return kept.length === found.size && kept.every((row) => found.get(nameOf(row)) === row.count);
}

interface DayCount {
  day: string;
  who: string;
  kind: string;
  verdict: string;
  count: number;
}

const nameOf = ({ day, who, kind, verdict }: DayCount): string => [day, who, kind, verdict].join(' ');

function monthsFit(database: Database): boolean {
  const months = 'SELECT month, who, kind, verdict, count, gone FROM monthly_tally';
  const days = 'SELECT substr(day, 1, 7), who, kind, verdict, sum(count), sum(gone) FROM tally GROUP BY 1, 2, 3, 4';
  const differ = database.prepare<[], number>(`SELECT EXISTS (${months} EXCEPT ${days}) OR EXISTS (${days} EXCEPT ${months})`).pluck();
  return differ.get() === 0;
}

/** Counts the entries of a group by day and month, operator, event and verdict: one change of a count for all that share it. */
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { EntryColumns } from '../../core/journal/index.ts';
import type { JournalStatements } from './journal-statements.ts';

export interface DailyCounts {
  add(columns: EntryColumns): void;
  write(): void;
}

export function dailyCounts(statements: Pick<JournalStatements, 'countDay' | 'countMonth'>): DailyCounts {
  const counts = new Map<string, { row: readonly [string, string, string, string]; count: number }>();
  return {
    add({ at, who, kind, verdict }) {
      const row = [dayOf(at), who ?? '', kind, verdict ?? ''] as const;
      const name = row.join(' ');
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { row, count: 1 });
      else known.count += 1;
    },
    write() {
      for (const { row: [day, ...rest], count } of counts.values()) {
        statements.countDay.run(day, ...rest, count);
        statements.countMonth.run(monthOf(day), ...rest, count);
      }
    },
  };
}

/** @param day `yyyy-mm-dd` */
const monthOf = (day: string): string => day.slice(0, 'yyyy-mm'.length);

let knownHour = '';
let knownDay = '';
const HOUR_LENGTH = '2026-11-22T05'.length;

/** The day of an instant; entries of one hour share it. */
function dayOf(at: string): string {
  const hour = at.slice(0, HOUR_LENGTH);
  if (hour !== knownHour) {
    knownHour = hour;
    knownDay = almatyDay(new Date(at));
  }
  return knownDay;
}

/** A report as the lines of a table: one for each period, operator and event, with the answers of checks side by side. */
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import { VERDICTS, type Verdict } from '../../../shared/domain/checking/verdict.ts';

export interface ReportLine {
  readonly name: string;
  readonly period: string;
  readonly operatorId: string | null;
  readonly kind: string;
  readonly count: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

const none = (): Record<Verdict, number> => Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;

/** Newest period first. */
export function reportLines({ rows }: JournalReport): ReportLine[] {
  const lines = new Map<string, { period: string; operatorId: string | null; kind: string; count: number; verdicts: Record<Verdict, number> }>();
  for (const { period, operatorId, kind, verdict, count } of rows) {
    const name = `${period} ${kind} ${operatorId ?? ''}`;
    const line = lines.get(name) ?? { period, operatorId, kind, count: 0, verdicts: none() };
    line.count += count;
    if (verdict !== null) line.verdicts[verdict] += count;
    lines.set(name, line);
  }
  return [...lines]
    .map(([name, line]) => ({ name, ...line }))
    .toSorted((a, b) => (a.period === b.period ? b.count - a.count : a.period < b.period ? 1 : -1));
}

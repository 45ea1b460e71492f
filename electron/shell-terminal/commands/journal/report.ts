/** `tekser journal report`: what happened in each day or month, by operator and event. */
import { almatyDay, shiftDay } from '../../../../shared/domain/almaty-day.ts';
import type { JournalReport } from '../../../../shared/domain/journal/journal-report.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { EXIT } from '../../exit-code.ts';
import { withJournal } from '../../journal/open-journal.ts';
import type { TerminalText } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

const USUAL_DAYS = 31;

export interface JournalReportOptions extends CommonOptions {
  from?: string;
  to?: string;
  month?: boolean;
}

export const journalReport: Run<JournalReportOptions> = (terminal, { from, to, month, ...place }) =>
  withJournal(place, terminal, async (store) => {
    const today = almatyDay(systemClock.now());
    const report = await store.report({ from: from ?? shiftDay(today, -USUAL_DAYS), to: to ?? today, by: month === true ? 'month' : 'day' });
    terminal.answer(reportLines(report, terminal.text), report);
    return EXIT.valid;
  });

function reportLines({ rows }: JournalReport, text: TerminalText): string[] {
  if (rows.length === 0) return [text.journal.empty];
  return rows.map(({ period, operatorId, kind, verdict, count }) => {
    const named = text.kind[kind as keyof TerminalText['kind']] ?? kind;
    const facts = [period, String(count).padStart(7), operatorId ?? '—', named, verdict === null ? null : text.check.verdict[verdict]];
    return facts.filter((fact) => fact !== null).join('  ');
  });
}

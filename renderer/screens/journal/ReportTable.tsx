/** The lines of a report. */
import type { JournalEventKind } from '../../../shared/domain/journal/journal-event.ts';
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import { VERDICTS } from '../../../shared/domain/checking/verdict.ts';
import { dayText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { reportLines } from './report-rows.ts';

export function ReportTable({ report }: { readonly report: JournalReport }) {
  const { t } = useTexts();
  const lines = reportLines(report);
  if (lines.length === 0) return <p className="journal-empty">{t('journal.report.empty')}</p>;
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="journal-scroll" role="region" aria-label={t('journal.section.reports')} tabIndex={0}>
      <table className="journal-table">
        <thead>
          <tr>
            <th scope="col">{t('journal.report.period')}</th>
            <th scope="col">{t('journal.operator')}</th>
            <th scope="col">{t('journal.kind')}</th>
            <th scope="col" className="journal-count">{t('journal.report.count')}</th>
            {VERDICTS.map((verdict) => (
              <th key={verdict} scope="col" className="journal-count">
                {t(`verdict.word.${verdict}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, period, operatorId, kind, count, verdicts }) => (
            <tr key={name}>
              <td className="journal-time">{dayText(period)}</td>
              <td className="journal-operator">{operatorId ?? '—'}</td>
              <td className="journal-event">{t(`journal.event.${kind as JournalEventKind}`)}</td>
              <td className="journal-count">{count}</td>
              {VERDICTS.map((verdict) => (
                <td key={verdict} className="journal-count">
                  {kind === 'checked' ? verdicts[verdict] : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The queue: what is needed, how long somebody has waited and until when it is due; whose case it is stands nowhere. */
import { Clock } from 'lucide-react';
import type { WaitingCase } from '../../../shared/domain/issuance/case-desk.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DueClock } from './DueClock.tsx';
import { useSpanText } from './use-span-text.ts';

const COLUMNS = ['kind', 'priority', 'age', 'due', 'language', 'held'] as const;

export function QueueTable({ waiting }: { readonly waiting: readonly WaitingCase[] }) {
  const { t } = useTexts();
  const span = useSpanText();
  const now = useNow(30_000);
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="section-scroll" role="region" aria-label={t('cases.title')} tabIndex={0}>
      <table className="section-table cases-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`cases.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waiting.map((row) => (
            <tr key={row.caseId} className={row.held === 'not-for-you' || row.held === 'by-another' ? 'cases-barred' : undefined}>
              <td className="cases-kind">{t(`cases.kind.${row.kind}`)}</td>
              <td>
                {row.escalated ? (
                  <Badge tone="bad">{t('cases.escalated.badge')}</Badge>
                ) : (
                  <Badge tone={row.priority === 'high' ? 'warn' : 'neutral'}>{t(`cases.priority.${row.priority}`)}</Badge>
                )}
              </td>
              <td className="cases-number">{span(now - Date.parse(row.since))}</td>
              <td className="cases-number">
                {row.dueAt === null ? (
                  <span className="soft">{t('cases.noDue')}</span>
                ) : (
                  <span className="cases-due">
                    <Clock size={16} aria-hidden />
                    <DueClock dueAt={row.dueAt} />
                  </span>
                )}
              </td>
              <td lang={row.language}>{t(`cases.language.${row.language}`)}</td>
              <td>{t(`cases.held.${row.held}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

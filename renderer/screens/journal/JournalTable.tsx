/** A page of entries, newest first. */
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import { dateTimeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { EntryMark } from './EntryMark.tsx';

const COLUMNS = ['sequence', 'at', 'operator', 'event', 'details', 'mark'] as const;

export function JournalTable({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const { t } = useTexts();
  if (entries.length === 0) return <p className="journal-empty">{t('journal.empty')}</p>;
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="journal-scroll" role="region" aria-label={t('journal.title')} tabIndex={0}>
      <table className="journal-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`journal.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td className="journal-number">{entry.sequence}</td>
              <td className="journal-time">{dateTimeText(entry.at)}</td>
              <td className="journal-operator">{entry.operatorId}</td>
              <td className="journal-event">{t(`journal.event.${entry.event.kind}`)}</td>
              <td>
                <EntryDetails event={entry.event} />
              </td>
              <td>
                <EntryMark mark={entry.mark} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The entries, page by page, under their filters. */
import { useState } from 'react';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { JournalFilterBar } from './JournalFilterBar.tsx';
import { NO_FILTERS, type JournalFilters } from './journal-filters.ts';
import { JournalPager } from './JournalPager.tsx';
import { JournalTable } from './JournalTable.tsx';
import { useJournal, type JournalRequest } from './use-journal.ts';

export function JournalEntries({ supervisor }: { readonly supervisor: boolean }) {
  const { t } = useTexts();
  const faultText = useFaultText();
  const [request, setRequest] = useState<JournalRequest>({ filters: NO_FILTERS, trail: [null] });
  const view = useJournal(request);
  const { filters, trail } = request;

  const turnTo = (wanted: JournalRequest['trail']) => setRequest({ filters, trail: wanted });
  const filter = (change: Partial<JournalFilters>) => setRequest({ filters: { ...filters, ...change }, trail: [null] });

  return (
    <>
      <JournalFilterBar
        filters={filters}
        onChange={filter}
        withOperator={supervisor}
        entries={view.at === 'read' ? view.page.entries : []}
      />
      {view.at === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{faultText(view.fault)}</p>
        </Notice>
      ) : null}
      {view.at === 'reading' ? <p role="status">{t('journal.loading')}</p> : null}
      {view.at === 'read' ? (
        <>
          <JournalTable entries={view.page.entries} />
          <JournalPager
            page={view.page}
            fresh={view.fresh}
            onNewest={() => turnTo([null])}
            onNewer={trail.length > 1 ? () => turnTo(trail.slice(0, -1)) : null}
            onOlder={view.page.nextBefore === null ? null : () => turnTo([...trail, view.page.nextBefore])}
          />
        </>
      ) : null}
    </>
  );
}

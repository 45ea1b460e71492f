/** The journal: who did what and when, the state of each mark, and for the supervisor its integrity. */
import { useState } from 'react';
import type { OperatorSession } from '../../../shared/domain/operator-session.ts';
import { useFaultText } from '../../app/use-fault-text.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { JournalActions } from './JournalActions.tsx';
import { JournalFilterBar } from './JournalFilterBar.tsx';
import { NO_FILTERS, type JournalFilters } from './journal-filters.ts';
import { JournalPager } from './JournalPager.tsx';
import { JournalTable } from './JournalTable.tsx';
import './journal.css';
import { useJournal, type JournalRequest } from './use-journal.ts';

export function JournalScreen({ session }: { readonly session: Extract<OperatorSession, { state: 'signed-in' }> }) {
  const { t } = useTexts();
  const faultText = useFaultText();
  const supervisor = session.operator.profile === 'supervisor';
  const [request, setRequest] = useState<JournalRequest>({ filters: NO_FILTERS, trail: [null] });
  const view = useJournal(request);
  const { filters, trail } = request;

  const turnTo = (wanted: JournalRequest['trail']) => setRequest({ filters, trail: wanted });
  const filter = (change: Partial<JournalFilters>) => setRequest({ filters: { ...filters, ...change }, trail: [null] });

  return (
    <main className="journal">
      <header className="journal-head">
        <div>
          <h1 className="journal-title">{t('journal.title')}</h1>
          <p className="soft">{t('journal.note')}</p>
        </div>
        <JournalActions supervisor={supervisor} />
      </header>
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
    </main>
  );
}

/** The journal: who did what and when; for the supervisor also reports, one citizen's history, its safekeeping and the way out of a stop. */
import { useState } from 'react';
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import { useHealth } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { CitizenHistory } from './CitizenHistory.tsx';
import { JournalActions } from './JournalActions.tsx';
import { JournalEntries } from './JournalEntries.tsx';
import { JournalReports } from './JournalReports.tsx';
import { JournalStop } from './JournalStop.tsx';
import { Safekeeping } from './Safekeeping.tsx';
import '../../ui/section.css';
import './journal.css';

const SECTIONS = ['entries', 'reports', 'citizen', 'safekeeping'] as const;
type Section = (typeof SECTIONS)[number];

export function JournalScreen({ session }: { readonly session: Extract<OperatorSession, { state: 'signed-in' }> }) {
  const { t } = useTexts();
  const { journal } = useHealth();
  const supervisor = session.operator.profile === 'supervisor';
  const [section, setSection] = useState<Section>('entries');

  return (
    <main className="journal">
      <header className="section-head">
        <div>
          <h1 className="section-title">{t('journal.title')}</h1>
          <p className="soft">{t('journal.note')}</p>
        </div>
        <JournalActions supervisor={supervisor} />
      </header>
      {supervisor ? (
        <>
          <JournalStop />
          <Segmented
            label={t('journal.section.label')}
            hideLabel
            choices={SECTIONS.map((id) => ({ id, text: t(`journal.section.${id}`) }))}
            value={section}
            onChange={setSection}
          />
        </>
      ) : null}
      {/* A journal begun anew is another list. */}
      {section === 'entries' ? <JournalEntries key={journal.state === 'restarted' ? journal.quarantinedAs : ''} supervisor={supervisor} /> : null}
      {section === 'reports' ? <JournalReports /> : null}
      {section === 'citizen' ? <CitizenHistory /> : null}
      {section === 'safekeeping' ? <Safekeeping /> : null}
    </main>
  );
}

/** Days or months in figures, and the same days as files for somebody who must prove them elsewhere. */
import { useState } from 'react';
import { almatyDay, shiftDay } from '../../../shared/domain/almaty-day.ts';
import type { JournalReport } from '../../../shared/domain/journal/journal-report.ts';
import { dayText, typedDay } from '../../i18n/format.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DayField } from './DayField.tsx';
import { ExportDays } from './ExportDays.tsx';
import { ReportTable } from './ReportTable.tsx';

type Shown = { readonly at: 'nothing' | 'counting' } | { readonly at: 'counted'; readonly report: JournalReport } | { readonly at: 'failed'; readonly text: string };

const USUAL_DAYS = 30;

export function JournalReports() {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [from, setFrom] = useState(() => dayText(shiftDay(almatyDay(new Date()), -USUAL_DAYS)));
  const [to, setTo] = useState(() => dayText(almatyDay(new Date())));
  const [by, setBy] = useState<'day' | 'month'>('day');
  const [shown, setShown] = useState<Shown>({ at: 'nothing' });
  const [first, last] = [typedDay(from), typedDay(to)];
  const days = first !== null && last !== null && first <= last ? { from: first, to: last } : null;

  const count = async () => {
    if (days === null) return;
    setShown({ at: 'counting' });
    const answer = await host.journal.report({ ...days, by });
    setShown(answer.ok ? { at: 'counted', report: answer.value } : { at: 'failed', text: faultText(answer.failure) });
  };

  return (
    <>
      <div className="journal-ask">
        <DayField label={t('journal.from')} value={from} onChange={setFrom} />
        <DayField label={t('journal.to')} value={to} onChange={setTo} />
        <Segmented
          label={t('journal.report.by')}
          choices={[
            { id: 'day', text: t('journal.report.day') },
            { id: 'month', text: t('journal.report.month') },
          ]}
          value={by}
          onChange={setBy}
        />
        <Button look="primary" isDisabled={days === null || shown.at === 'counting'} onPress={() => void count()}>
          {t('journal.report.show')}
        </Button>
        <ExportDays days={days} />
      </div>
      {shown.at === 'failed' ? (
        <Notice tone="bad" role="alert">
          <p>{shown.text}</p>
        </Notice>
      ) : null}
      {shown.at === 'counting' ? <p role="status">{t('journal.loading')}</p> : null}
      {shown.at === 'counted' ? <ReportTable report={shown.report} /> : null}
    </>
  );
}

/** Applications for keys: the queue without names, or the one case this operator works on. */
import { FileText, IdCard, Inbox, Smartphone } from 'lucide-react';
import { useState } from 'react';
import type { CaseQueue } from '../../../shared/domain/issuance/case-desk.ts';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PhoneDialog } from '../phone-registration/PhoneDialog.tsx';
import { ActDialog } from './ActDialog.tsx';
import { CaseFile } from './file/CaseFile.tsx';
import './file/case-pictures.css';
import '../../ui/section.css';
import './cases.css';
import { CounterDialog } from './CounterDialog.tsx';
import { QueueNotices } from './QueueNotices.tsx';
import { QueueTable } from './QueueTable.tsx';
import { type Held, useHeldCase } from './use-held-case.ts';

interface CasesScreenProps {
  readonly queue: CaseQueue;
}

export function CasesScreen({ queue }: CasesScreenProps) {
  const { t } = useTexts();
  const faultText = useFaultText();
  const work = useHeldCase();
  const [dialog, setDialog] = useState<'counter' | 'phone' | 'act' | null>(null);
  const { held } = work;
  const atQueue = queue.state === 'on' && held.at !== 'open' && dialog === null;
  // Each key does what its button does, also while it is being asked what this operator has in hand.
  useKeys(atQueue ? { F2: () => setDialog('counter'), F3: () => setDialog('phone'), F8: () => setDialog('act') } : {});
  useKeys(atQueue && held.at === 'none' ? { F9: work.takeNext } : {});
  const close = () => setDialog(null);

  if (queue.state === 'off') {
    return (
      <main className="cases">
        <h1 className="section-title">{t('cases.title')}</h1>
        <EmptyState icon={<Inbox size={40} strokeWidth={1.5} aria-hidden />}>{t('cases.off')}</EmptyState>
      </main>
    );
  }
  if (held.at === 'open') return <CaseFile held={held} work={work} />;
  return (
    <main className="cases">
      <header className="section-head">
        <div>
          <h1 className="section-title">{t('cases.title')}</h1>
          <p className="soft">{t('cases.note')}</p>
        </div>
        <div className="cases-acts">
          <Button look="primary" size="large" icon={<Inbox size={20} aria-hidden />} hint="F9" isDisabled={held.at !== 'none'} onPress={work.takeNext}>
            {held.at === 'asking' ? t('cases.taking') : t('cases.take')}
          </Button>
          <Button icon={<IdCard size={18} aria-hidden />} hint="F2" onPress={() => setDialog('counter')}>
            {t('cases.counter.open')}
          </Button>
          <Button icon={<Smartphone size={18} aria-hidden />} hint="F3" onPress={() => setDialog('phone')}>
            {t('cases.phones.open')}
          </Button>
          <Button icon={<FileText size={18} aria-hidden />} hint="F8" onPress={() => setDialog('act')}>
            {t('cases.act.open')}
          </Button>
        </div>
      </header>
      <QueueNotices queue={queue} />
      {held.at === 'failed' ? (
        <Notice tone="bad" role="alert" action={<Button onPress={work.reload}>{t('cases.file.reload')}</Button>}>
          <p>{faultText(held.fault)}</p>
        </Notice>
      ) : null}
      <Said held={held} />
      {queue.waiting.length === 0 ? (
        <EmptyState icon={<Inbox size={40} strokeWidth={1.5} aria-hidden />}>{t('cases.none')}</EmptyState>
      ) : (
        <QueueTable waiting={queue.waiting} />
      )}
      {dialog === 'counter' ? (
        <CounterDialog
          onClose={close}
          onFind={(iin) => {
            close();
            work.openAtCounter(iin);
          }}
        />
      ) : null}
      {dialog === 'act' ? <ActDialog onClose={close} /> : null}
      {dialog === 'phone' ? <PhoneDialog whom={null} onClose={close} /> : null}
    </main>
  );
}

const STAGES = new Set(['grant', 'card', 'identification', 'second-opinion', 'refused', 'account']);
type KnownStage = 'grant' | 'card' | 'identification' | 'second-opinion' | 'refused' | 'account';

/** What became of the last thing the operator did. */
function Said({ held }: { readonly held: Held }) {
  const { t } = useTexts();
  if (held.at !== 'none' || held.said === null) return null;
  const { said } = held;
  if ('decided' in said) {
    const stage = STAGES.has(said.decided) ? (said.decided as KnownStage) : 'other';
    return <Notice tone="good" role="status" title={t('cases.answer.done', { stage: t(`cases.stage.${stage}`) })} />;
  }
  if ('pausedUntil' in said) {
    return (
      <Notice tone="warn" role="status" title={t('cases.paused.title', { until: timeText(said.pausedUntil) })}>
        <p>{t('cases.paused.text')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="neutral" role="status">
      <p>{said.about === 'counter' ? t('cases.counter.none') : t('cases.noneForYou')}</p>
    </Notice>
  );
}

/** Video calls: the pre-flight and the queue, the call in hand, or the alarms a supervisor hears. */
import { Video } from 'lucide-react';
import { useKeys } from '../../ui/use-keys.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AlarmList } from './before/AlarmList.tsx';
import '../../ui/section.css';
import './call.css';
import { OnDuty } from './OnDuty.tsx';
import type { CallDeskState } from './use-call-desk.ts';

interface CallScreenProps {
  readonly calls: CallDeskState;
  /** A call goes on while its operator looks at another screen. */
  readonly hidden: boolean;
}

export function CallScreen({ calls, hidden }: CallScreenProps) {
  const { t } = useTexts();
  const { desk, refusal } = calls;
  const isOff = desk?.duty === 'off' && !hidden;
  useKeys(isOff ? { F9: () => void calls.setDuty(true) } : {});

  if (desk === null) return null;
  return (
    <main className="calls" hidden={hidden}>
      {desk.duty === 'on' && desk.current !== null ? null : (
        <header className="section-head">
          <h1 className="section-title">{t('calls.duty.title')}</h1>
          {desk.duty === 'off' ? (
            <Button look="primary" size="large" icon={<Video size={20} aria-hidden />} hint="F9" onPress={() => void calls.setDuty(true)}>
              {t('calls.duty.start')}
            </Button>
          ) : null}
        </header>
      )}
      {refusal === null ? null : (
        <Notice tone="warn" role="alert">
          <p>{refusal === 'fault' ? t('calls.refusal.service-away') : t(`calls.refusal.${refusal}`)}</p>
        </Notice>
      )}
      {desk.duty === 'not-connected' ? <p>{t('calls.duty.notConnected')}</p> : null}
      {desk.duty === 'watch' ? <AlarmList alarms={desk.alarms} /> : null}
      {desk.duty === 'off' ? <EmptyState icon={<Video size={40} strokeWidth={1.5} aria-hidden />}>{t('calls.duty.off')}</EmptyState> : null}
      {desk.duty === 'on' ? <OnDuty desk={desk} calls={calls} hidden={hidden} /> : null}
    </main>
  );
}

/** Silent alarms of the operators, for their supervisor alone. */
import { Siren } from 'lucide-react';
import type { RaisedAlarm } from '../../../../shared/domain/call/call-view.ts';
import { timeText } from '../../../i18n/format.ts';
import { useTexts } from '../../../i18n/index.ts';

export function AlarmList({ alarms }: { readonly alarms: readonly RaisedAlarm[] }) {
  const { t } = useTexts();
  return (
    <section className="calls-alarms" aria-label={t('calls.alarms.title')}>
      {alarms.length === 0 ? <p className="soft">{t('calls.alarms.none')}</p> : null}
      <ul>
        {alarms.map(({ callId, operatorId, branch, at }) => (
          <li key={`${callId} ${at}`} className="calls-alarm" role="alert">
            <Siren size={20} aria-hidden />
            <strong>{t('calls.alarms.title')}</strong>
            <span>{t('calls.alarms.from', { operator: operatorId, branch, time: timeText(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The state of the systems in one glance: good in one quiet word, everything else counted. */
import { CircleCheck, CloudOff, Clock, Send, SendToBack } from 'lucide-react';
import { useHealth } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { minutesAndSeconds } from '../ui/minutes-and-seconds.ts';
import { useNow } from '../ui/use-now.ts';

export function HealthIndicators() {
  const { t } = useTexts();
  const { clock, outbox, serviceAwaySince } = useHealth();
  const now = useNow(serviceAwaySince === null ? null : 1000);
  const away = serviceAwaySince === null ? null : now - Date.parse(serviceAwaySince);
  const skewed = clock.state === 'warn' || clock.state === 'refuse';
  return (
    <div className="health" role="group" aria-label={t('app.health.label')}>
      {away === null && outbox.waiting === 0 && outbox.refused === 0 && !skewed ? (
        <Badge tone="good" icon={<CircleCheck size={14} aria-hidden />}>
          {t('app.health.good')}
        </Badge>
      ) : null}
      {away === null ? null : (
        <Badge tone="bad" icon={<CloudOff size={14} aria-hidden />}>
          {t('app.health.serviceAway', { time: minutesAndSeconds(away) })}
        </Badge>
      )}
      {outbox.waiting > 0 ? (
        <Badge tone="warn" icon={<Send size={14} aria-hidden />}>
          {t('app.health.marksWaiting', { count: outbox.waiting })}
        </Badge>
      ) : null}
      {outbox.refused > 0 ? (
        <Badge tone="bad" icon={<SendToBack size={14} aria-hidden />}>
          {t('app.health.marksRefused', { count: outbox.refused })}
        </Badge>
      ) : null}
      {skewed ? (
        <Badge tone={clock.state === 'refuse' ? 'bad' : 'warn'} icon={<Clock size={14} aria-hidden />}>
          {t(clock.offsetMs > 0 ? 'app.health.clockSlow' : 'app.health.clockFast', { seconds: Math.round(Math.abs(clock.offsetMs) / 1000) })}
        </Badge>
      ) : null}
    </div>
  );
}

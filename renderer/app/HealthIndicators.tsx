/** The state of the systems in one glance: the mode in a word, everything that waits or was refused counted. */
import { Clock, CopyX, Send, SendToBack } from 'lucide-react';
import { useHealth } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { ModeBadge } from './ModeBadge.tsx';

export function HealthIndicators() {
  const { t } = useTexts();
  const { clock, outbox, copies } = useHealth();
  const skewed = clock.state === 'warn' || clock.state === 'refuse';
  return (
    <div className="health" role="group" aria-label={t('app.health.label')}>
      <ModeBadge />
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
      {copies !== null && copies.refused !== null ? (
        <Badge tone="bad" icon={<CopyX size={14} aria-hidden />}>
          {t('app.health.copiesRefused')}
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

/** How long the citizen's permission lasts, by the clock of the service. */
import { RefreshCw } from 'lucide-react';
import type { AccessView } from '../../../shared/domain/checking/check-outcome.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CountdownRing } from '../../ui/CountdownRing.tsx';
import { minutesAndSeconds } from '../../ui/minutes-and-seconds.ts';
import { useNow } from '../../ui/use-now.ts';
import { accessHint } from './access-hint.ts';
import './verdict.css';

interface AccessCardProps {
  readonly access: AccessView;
  readonly onRefresh: () => void;
}

export function AccessCard({ access, onRefresh }: AccessCardProps) {
  const { t } = useTexts();
  const serviceNow = useNow(1000) + access.clockOffsetMs;
  const expiresAt = Date.parse(access.expiresAt);
  const whole = expiresAt - Date.parse(access.openedAt);
  // The clock of the page ticks in steps and may stand a little behind the moment of the answer.
  const left = Math.min(whole, expiresAt - serviceNow);
  const hint = accessHint(access.channel, left);
  return (
    <section className="card access" aria-labelledby="access-title">
      <CountdownRing
        leftMs={left}
        wholeMs={whole}
        label={`${t('verdict.access.left')} ${minutesAndSeconds(left)}`}
      />
      <div className="access-words">
        <h3 id="access-title" className="card-title">
          {t('verdict.access.title')}
        </h3>
        <p>{left <= 0 ? t('verdict.access.ended') : t(`verdict.access.channel.${access.channel}`)}</p>
        {hint === null ? null : <p className="small access-hint">{t(`verdict.access.hint.${hint}`)}</p>}
        {access.extended ? <Badge tone="accent">{t('verdict.access.extended')}</Badge> : null}
      </div>
      <Button
        look="quiet"
        size="small"
        icon={<RefreshCw size={16} aria-hidden />}
        aria-label={t('verdict.access.refresh')}
        onPress={onRefresh}
      />
    </section>
  );
}

/** The mode of the desk in a word, a glyph and a colour: there on every screen, whoever is signed in. */
import { CircleCheck, CloudAlert, CloudOff } from 'lucide-react';
import { useHealth } from '../host/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { minutesAndSeconds } from '../ui/minutes-and-seconds.ts';
import { useNow } from '../ui/use-now.ts';

export function ModeBadge() {
  const { t } = useTexts();
  const { mode, serviceAwaySince } = useHealth();
  const now = useNow(mode.name === 'offline' ? 1000 : null);
  switch (mode.name) {
    case 'online':
      return (
        <Badge tone="good" icon={<CircleCheck size={14} aria-hidden />}>
          {t('app.mode.online')}
        </Badge>
      );
    case 'degraded':
      return (
        <Badge tone="warn" icon={<CloudAlert size={14} aria-hidden />} hint={mode.because.map((reason) => t(`app.mode.because.${reason}`)).join(' ')}>
          {t('app.mode.degraded')}
        </Badge>
      );
    case 'offline':
      return (
        <Badge tone="bad" icon={<CloudOff size={14} aria-hidden />}>
          {t('app.mode.offline', { time: minutesAndSeconds(now - Date.parse(serviceAwaySince ?? mode.since)) })}
        </Badge>
      );
  }
}

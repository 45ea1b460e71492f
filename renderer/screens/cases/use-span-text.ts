/** A length of time as people say it about waiting: minutes, then hours and minutes. */
import { useTexts } from '../../i18n/index.ts';

const MINUTE = 60_000;

export function useSpanText(): (ms: number) => string {
  const { t } = useTexts();
  return (ms) => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE));
    const rest = t('cases.minutes', { count: minutes % 60 });
    return minutes < 60 ? rest : `${t('cases.hours', { count: Math.floor(minutes / 60) })} ${rest}`;
  };
}

/** How long the answer stays on screen; the last seconds stand out and are announced once. */
import { useTexts } from '../../i18n/index.ts';
import { useNow } from '../../ui/use-now.ts';

interface ClearCountdownProps {
  readonly clearAt: number;
  readonly wholeMs: number;
  readonly warningMs: number;
}

export function ClearCountdown({ clearAt, wholeMs, warningMs }: ClearCountdownProps) {
  const { t } = useTexts();
  // The clock of the page ticks in steps and may stand a little behind the moment of the answer.
  const left = Math.min(wholeMs, Math.max(0, clearAt - useNow(250)));
  const warning = left <= warningMs;
  const text = t('verdict.clear.left', { seconds: Math.ceil(left / 1000) });
  return (
    <div className={warning ? 'clear-countdown clear-countdown-warning' : 'clear-countdown'}>
      <progress className="clear-bar" max={wholeMs} value={left} aria-hidden="true" />
      <span className="clear-text">{text}</span>
      <span className="visually-hidden" role="status">
        {warning ? t('verdict.clear.left', { seconds: Math.round(warningMs / 1000) }) : ''}
      </span>
    </div>
  );
}

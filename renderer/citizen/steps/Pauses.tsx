/** Waits that end by themselves: after a failed attempt, and after the number was changed. */
import { CountdownRing } from '../../ui/CountdownRing.tsx';
import { useNow } from '../../ui/use-now.ts';
import { dateMinuteText } from '../../i18n/format.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import type { FailedReason } from './face/liveness-session.ts';

interface BlockedProps {
  readonly until: string;
  /** Service minus page. */
  readonly clockOffsetMs: number;
  readonly attempts: { readonly failed: number; readonly of: number };
  /** Null where this tab did not see the attempt. */
  readonly reason: FailedReason | null;
}

/** Of the ring; a block by policy may be longer, then the ring stays whole for a while. */
const WHOLE_MS = 15 * 60_000;

export function Blocked({ until, clockOffsetMs, attempts, reason }: BlockedProps) {
  const { t } = useTexts();
  const now = useNow(1000);
  return (
    <div className="citizen-step">
      <StepHeading text={t('blocked.title')} />
      {reason === null ? null : <p>{t(`identification.failed.${reason}`)}</p>}
      <CountdownRing leftMs={Date.parse(until) - (now + clockOffsetMs)} wholeMs={WHOLE_MS} label={t('blocked.remaining')} />
      <p>{t('blocked.text', { left: Math.max(0, attempts.of - attempts.failed) })}</p>
      <p className="soft">{t('identification.light')}</p>
    </div>
  );
}

export function CoolingOff({ until }: { readonly until: string }) {
  const { t } = useTexts();
  return (
    <div className="citizen-step">
      <StepHeading text={t('cooling.title')} />
      <p>{t('cooling.text', { until: dateMinuteText(until) })}</p>
    </div>
  );
}

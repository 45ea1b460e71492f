/** How a call ended, why, and what becomes of the application. */
import type { CallStanding, CallView } from '../../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Notice } from '../../../ui/Notice.tsx';

const BECOMES = { refuse: 'refused', 'try-again': 'again', 'for-another': 'another' } as const;

interface HowItEndedProps {
  readonly aborts: CallView['aborts'];
  readonly standing: Extract<CallStanding, { state: 'ended' }>;
}

export function HowItEnded({ aborts, standing: { outcome, code } }: HowItEndedProps) {
  const { t, language } = useTexts();
  const reason = aborts.find((abort) => abort.code === code);
  const becomes = outcome === 'passed' ? 'passed' : BECOMES[reason?.outcome ?? 'try-again'];
  return (
    <Notice tone={outcome === 'passed' ? 'good' : 'warn'} role="status" title={`${t('calls.ended.title')}: ${t(`calls.outcome.${outcome}`)}`}>
      {reason === undefined ? null : <p>{inLanguage(reason.title, language)}</p>}
      <p>{t(`calls.ended.becomes.${becomes}`)}</p>
    </Notice>
  );
}

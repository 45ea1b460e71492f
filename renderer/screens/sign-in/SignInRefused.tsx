/** Why a sign-in did not go through, and what to do next. */
import { useFaultText } from '../../host/use-fault-text.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Attempt } from './use-sign-in.ts';

export function SignInRefused({ attempt }: { readonly attempt: Attempt }) {
  const { t } = useTexts();
  const faultText = useFaultText();
  if (attempt.state === 'failed') {
    return (
      <Notice tone="bad" role="alert">
        <p>{faultText(attempt.fault)}</p>
      </Notice>
    );
  }
  if (attempt.state !== 'refused') return null;
  const { code, retryAt } = attempt.answer;
  return (
    <Notice tone="bad" role="alert">
      <p>{t(`signIn.refused.${code}`)}</p>
      {retryAt === null ? null : <p>{t('signIn.retryAt', { time: timeText(retryAt) })}</p>}
    </Notice>
  );
}

/** The number in БМГ, confirmed by a one-time password; who has no number there, or gets no SMS, is led to an operator. */
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { CodeField } from './CodeField.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSentCode } from './use-sent-code.ts';

interface PhoneProps {
  readonly session: PortalSession;
  /** Last two digits of the number in БМГ; null where none is registered. */
  readonly ending: string | null;
  readonly onTaken: () => void;
}

export function Phone({ session, ending, onTaken }: PhoneProps) {
  const { t } = useTexts();
  const sent = useSentCode(useCallback(() => askOwn<{ phoneEnding: string }>(session, 'phone-code/send'), [session]));
  const [refused, setRefused] = useState<'wrong' | 'over' | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const { send } = sent;
  useEffect(() => {
    if (ending !== null) void send();
  }, [ending, send]);

  async function enter(code: string): Promise<void> {
    setRefused(null);
    setFailed(null);
    const answer = await askOwn<{ answer: 'right' | 'wrong' | 'over' }>(session, 'phone-code', { json: { code } });
    if (!answer.ok) return setFailed(answer.failure);
    if (answer.value.answer === 'right') onTaken();
    else setRefused(answer.value.answer);
  }
  const call = async (): Promise<void> => {
    const answer = await askOwn(session, 'phone-unreachable');
    if (answer.ok) onTaken();
    else setFailed(answer.failure);
  };
  const callButton = (
    <Button look={ending === null ? 'primary' : 'secondary'} size={ending === null ? 'large' : 'normal'} onPress={() => void call()}>
      {t('phone.call')}
    </Button>
  );
  const trouble = failed ?? sent.failed;

  return (
    <div className="citizen-step">
      <StepHeading text={t(ending === null ? 'phone.notRegistered' : 'phone.title')} />
      {ending === null ? (
        <>
          <p>{t('phone.notRegisteredText')}</p>
          {callButton}
        </>
      ) : (
        <>
          <p>{t('phone.sentTo', { ending })}</p>
          <CodeField refused={refused} againAt={sent.againAt} onCode={enter} onResend={() => void send()} />
          <details className="citizen-details">
            <summary>{t('phone.noSms')}</summary>
            <p>{t('phone.noSmsText')}</p>
            {callButton}
          </details>
        </>
      )}
      {trouble === null ? null : <FailureNotice failure={trouble} />}
      <Notice tone="neutral">{t('welcome.warning')}</Notice>
    </div>
  );
}

/** Access to the own data, given with the PIN; a forgotten one is replaced after a message of 1414. */
import { type FormEvent, useState } from 'react';
import { dateMinuteText } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { ForgottenPin } from './ForgottenPin.tsx';
import { PinField } from './PinField.tsx';

type PinAnswer = { answer: 'right' } | { answer: 'wrong'; triesLeft: number } | { answer: 'blocked'; until: string } | { answer: 'none' };

interface GrantProps {
  readonly session: PortalSession;
  readonly onTaken: () => void;
}

export function Grant({ session, onTaken }: GrantProps) {
  const { t } = useTexts();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<Exclude<PinAnswer, { answer: 'right' }> | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const [replaced, setReplaced] = useState(false);

  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    setFailed(null);
    const answer = await askOwn<PinAnswer>(session, 'access', { json: { pin } });
    setPin('');
    if (!answer.ok) return setFailed(answer.failure);
    if (answer.value.answer === 'right') onTaken();
    else setSaid(answer.value);
  }
  const wrong =
    said === null || pin !== ''
      ? undefined
      : said.answer === 'wrong'
        ? t('grant.wrong', { left: said.triesLeft })
        : said.answer === 'blocked'
          ? t('grant.blocked', { until: dateMinuteText(said.until) })
          : t('frame.unexpected');

  return (
    <div className="citizen-step">
      <StepHeading text={t('grant.title')} />
      <p>{t('grant.lead')}</p>
      {replaced ? (
        <Notice tone="good" role="status">
          {t('grant.resetDone')}
        </Notice>
      ) : null}
      <form className="citizen-fields" onSubmit={(event) => void give(event)}>
        <PinField label={t('grant.pin')} value={pin} purpose="current-password" error={wrong} onChange={setPin} />
        <Button type="submit" look="primary" size="large" isDisabled={pin.length < 6}>
          {t('grant.allow')}
        </Button>
      </form>
      {failed === null ? null : <FailureNotice failure={failed} />}
      {replaced ? null : (
        <details className="citizen-details">
          <summary>{t('grant.forgot')}</summary>
          <ForgottenPin
            session={session}
            onReplaced={() => {
              setReplaced(true);
              setSaid(null);
            }}
          />
        </details>
      )}
    </div>
  );
}

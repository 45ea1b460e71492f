/** A new PIN in place of a forgotten one: first chosen, then made good by a message of 1414. */
import { useCallback, useState } from 'react';
import type { PinFault } from '../../../../shared/domain/issuance/account-pin.ts';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { useTexts } from '../../texts/index.ts';
import { CodeField } from '../phone/CodeField.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { NewPin } from './NewPin.tsx';
import { pinRefusal } from './pin-refusal.ts';
import { useSentCode } from '../phone/use-sent-code.ts';

interface ForgottenPinProps {
  readonly session: PortalSession;
  readonly onReplaced: () => void;
}

export function ForgottenPin({ session, onReplaced }: ForgottenPinProps) {
  const { t } = useTexts();
  const [pin, setPin] = useState<string | null>(null);
  const [fault, setFault] = useState<PinFault | null>(null);
  const [refused, setRefused] = useState<'wrong' | 'over' | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const sent = useSentCode(useCallback(() => askOwn<{ phoneEnding: string }>(session, 'phone-code/send'), [session]));

  async function enter(code: string): Promise<void> {
    setRefused(null);
    setFailed(null);
    const answer = await askOwn<{ answer: 'right' | 'wrong' | 'over' }>(session, 'account/reset', { json: { pin, code } });
    if (answer.ok) return answer.value.answer === 'right' ? onReplaced() : setRefused(answer.value.answer);
    const found = pinRefusal(answer.failure);
    setFault(found);
    if (found === null) setFailed(answer.failure);
    else setPin(null);
  }
  const trouble = failed ?? sent.failed;
  return (
    <div className="citizen-fields">
      <p>{t('grant.resetLead')}</p>
      {pin === null ? (
        <NewPin
          label={t('grant.newPin')}
          save={t('grant.reset')}
          refused={fault}
          onPin={(chosen) => {
            setPin(chosen);
            void sent.send();
          }}
        />
      ) : (
        <CodeField refused={refused} againAt={sent.againAt} onCode={enter} onResend={() => void sent.send()} />
      )}
      {trouble === null ? null : <FailureNotice failure={trouble} />}
    </div>
  );
}

/** The PIN of the account: chosen here, hashed at the service, known to nobody else. */
import { useState } from 'react';
import type { PinFault } from '../../../../shared/domain/issuance/account-pin.ts';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { NewPin } from './NewPin.tsx';
import { pinRefusal } from './pin-refusal.ts';

interface AccountProps {
  readonly session: PortalSession;
  /** The person has a PIN from earlier. */
  readonly again: boolean;
  readonly onTaken: () => void;
}

export function Account({ session, again, onTaken }: AccountProps) {
  const { t } = useTexts();
  const [refused, setRefused] = useState<PinFault | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  async function save(pin: string): Promise<void> {
    setFailed(null);
    const answer = await askOwn(session, 'account', { json: { pin } });
    if (answer.ok) return onTaken();
    const fault = pinRefusal(answer.failure);
    setRefused(fault);
    if (fault === null) setFailed(answer.failure);
  }
  return (
    <div className="citizen-step">
      <StepHeading text={t(again ? 'account.again' : 'account.title')} />
      <p>{t('account.lead')}</p>
      <NewPin label={t('account.pin')} save={t('account.save')} refused={refused} onPin={(pin) => void save(pin)} />
      {failed === null ? null : <FailureNotice failure={failed} />}
    </div>
  );
}

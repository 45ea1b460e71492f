/** The number the citizen says; its code is typed on their own page, and there is no field for it here. */
import { useState } from 'react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { CallDeskState } from '../use-call-desk.ts';

interface PhoneStepProps {
  readonly call: Pick<CallView, 'callId' | 'phone'>;
  readonly calls: CallDeskState;
}

const KNOWN = new Set(['phone-malformed', 'same-number', 'too-soon']);
type Known = 'phone-malformed' | 'same-number' | 'too-soon';

export function PhoneStep({ call: { callId, phone }, calls }: PhoneStepProps) {
  const { t } = useTexts();
  const host = useHost();
  const [said, setSaid] = useState('');
  const send = (): void => void (said.trim() !== '' && calls.ask(host.calls.registerPhone({ callId, phone: said })));
  const refused = phone?.state === 'refused' ? phone.code : null;
  return (
    <form
      className="phone-step"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label={t('calls.script.phone')}
        value={said}
        onChange={setSaid}
        look="digits"
        inputMode="tel"
        autoComplete="off"
        maxLength={32}
        error={refused === null ? undefined : t(`calls.phone.${KNOWN.has(refused) ? (refused as Known) : 'other'}`)}
      />
      <Button type="submit" look="primary">
        {t('calls.script.sendCode')}
      </Button>
      {phone?.state === 'waiting' ? <Notice tone="accent" role="status">{t('calls.script.codeOnItsWay', { ending: phone.phoneEnding })}</Notice> : null}
      {phone?.state === 'over' ? <Notice tone="warn" role="alert">{t('calls.phone.over')}</Notice> : null}
    </form>
  );
}

/** Whose number and which one; for a registration of its own the operator says that the person is there. */
import { useState } from 'react';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { normaliseMobileNumber } from '../../../shared/domain/person/mobile-number.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Toggle } from '../../ui/Toggle.tsx';

interface PhoneFormProps {
  /** The person is known by the application. */
  readonly ownCase: boolean;
  readonly busy: boolean;
  readonly onSend: (order: { iin: string; phone: string }) => void;
}

export function PhoneForm({ ownCase, busy, onSend }: PhoneFormProps) {
  const { t } = useTexts();
  const [iin, setIin] = useState('');
  const [phone, setPhone] = useState('');
  const [present, setPresent] = useState(false);
  const wrongIin = iin.length === 12 && !isIin(iin);
  const ready = normaliseMobileNumber(phone) !== null && (ownCase || (present && isIin(iin)));
  return (
    <form
      className="phone-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onSend({ iin, phone });
      }}
    >
      {ownCase ? null : (
        <Field
          label={t('cases.phones.iin')}
          look="digits"
          autoFocus
          inputMode="numeric"
          maxLength={12}
          value={iin}
          onChange={(typed) => setIin(typed.replaceAll(/\D/g, ''))}
          error={wrongIin ? t('cases.phones.refused.iin-malformed') : undefined}
        />
      )}
      <Field label={t('cases.phones.phone')} look="digits" autoFocus={ownCase} inputMode="tel" maxLength={24} value={phone} onChange={setPhone} hint={t('cases.phones.phoneHint')} />
      {ownCase ? null : <Toggle label={t('cases.phones.present')} on={present} onChange={setPresent} />}
      <Button type="submit" look="primary" isDisabled={!ready || busy}>
        {t('cases.phones.send')}
      </Button>
    </form>
  );
}

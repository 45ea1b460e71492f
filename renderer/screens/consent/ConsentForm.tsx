/** Whom to ask and for which document; everything the operator may know, and no field for a code. */
import { useState, type FormEvent } from 'react';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { inLanguage } from '../../../shared/domain/localized.ts';
import { useAppInfo, useSession } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { wantsPresence } from './wants-presence.ts';

interface ConsentWanted {
  readonly iin: string;
  readonly phone: string;
  readonly documentType: string;
}

interface ConsentFormProps {
  readonly knownIin: string | null;
  readonly busy: boolean;
  readonly onSend: (wanted: ConsentWanted) => void;
}

export function ConsentForm({ knownIin, busy, onSend }: ConsentFormProps) {
  const { t, language } = useTexts();
  const { documentTypes } = useAppInfo();
  const [iin, setIin] = useState(knownIin ?? '');
  const [phone, setPhone] = useState('');
  const [documentType, setDocumentType] = useState((documentTypes.find(({ identity }) => identity) ?? documentTypes[0])?.type ?? '');
  const digits = iin.replaceAll(/\D/g, '');
  const wrongIin = digits.length === 12 && !isIin(digits);
  const presenceWanted = wantsPresence(useSession(), documentTypes, documentType);
  const notForRemote = useReasonText()('consent-not-for-remote');
  const ready = !busy && !presenceWanted && isIin(digits) && phone.replaceAll(/\D/g, '').length >= 10 && documentType !== '';

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) onSend({ iin: digits, phone: phone.trim(), documentType });
  };

  return (
    <form className="consent-form" onSubmit={onSubmit}>
      {presenceWanted ? (
        <Notice tone="warn" role="status" title={notForRemote.title}>
          <p>
            {notForRemote.reason} {notForRemote.next}
          </p>
        </Notice>
      ) : null}
      <Field
        label={t('desk.consent.iin')}
        look="digits"
        inputMode="numeric"
        autoComplete="off"
        autoFocus={knownIin === null}
        maxLength={24}
        error={wrongIin ? t('desk.code.iinWrong') : undefined}
        value={iin}
        onChange={setIin}
      />
      <Field
        label={t('desk.consent.phone')}
        look="digits"
        type="tel"
        autoFocus={knownIin !== null}
        autoComplete="off"
        maxLength={24}
        hint={t('desk.consent.phoneHint')}
        value={phone}
        onChange={setPhone}
      />
      <Select
        label={t('desk.consent.document')}
        choices={documentTypes.map(({ type, title }) => ({ id: type, text: inLanguage(title, language) }))}
        value={documentType}
        onChange={setDocumentType}
      />
      <Button type="submit" look="primary" size="large" isDisabled={!ready}>
        {t('desk.consent.send')}
      </Button>
    </form>
  );
}

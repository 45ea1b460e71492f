/** Finds the application of the person who stands at the counter, by the ИИН on their card. */
import { useState } from 'react';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

interface CounterDialogProps {
  readonly onClose: () => void;
  readonly onFind: (iin: string) => void;
}

export function CounterDialog({ onClose, onFind }: CounterDialogProps) {
  const { t } = useTexts();
  const [iin, setIin] = useState('');
  const whole = iin.length === 12;
  const wrong = whole && !isIin(iin);
  return (
    <Dialog title={t('cases.counter.title')} closeLabel={t('app.cancel')} onClose={onClose}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isIin(iin)) onFind(iin);
        }}
      >
        <p className="soft">{t('cases.counter.text')}</p>
        <Field
          label={t('cases.counter.iin')}
          look="digits"
          autoFocus
          inputMode="numeric"
          maxLength={12}
          value={iin}
          onChange={(typed) => setIin(typed.replaceAll(/\D/g, ''))}
          error={wrong ? t('cases.phones.refused.iin-malformed') : undefined}
        />
        <Button type="submit" look="primary" isDisabled={!isIin(iin)}>
          {t('cases.counter.find')}
        </Button>
      </form>
    </Dialog>
  );
}

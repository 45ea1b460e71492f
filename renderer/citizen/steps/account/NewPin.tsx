/** A PIN chosen twice, with what is wrong with it said as soon as it is whole. */
import { type FormEvent, useState } from 'react';
import { PIN_DIGITS, type PinFault, pinFault } from '../../../../shared/domain/issuance/account-pin.ts';
import { Button } from '../../../ui/Button.tsx';
import { useTexts } from '../../texts/index.ts';
import { PinField } from './PinField.tsx';

interface NewPinProps {
  readonly label: string;
  readonly save: string;
  /** What the service found, which knows the ИИН. */
  readonly refused: PinFault | null;
  readonly onPin: (pin: string) => void;
}

export function NewPin({ label, save, refused, onPin }: NewPinProps) {
  const { t } = useTexts();
  const [pin, setPin] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const whole = pin.length === PIN_DIGITS;
  const own = pinFault(pin, '');
  const fault = whole || tried ? (own ?? refused) : null;
  const differs = repeated !== pin && (tried || repeated.length === PIN_DIGITS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (own === null && repeated === pin) onPin(pin);
  };
  return (
    <form className="citizen-fields" onSubmit={submit}>
      <PinField label={label} value={pin} purpose="new-password" error={fault === null ? undefined : t(`account.faults.${fault}`)} onChange={setPin} />
      <PinField label={t('account.repeat')} value={repeated} purpose="new-password" error={differs ? t('account.differs') : undefined} onChange={setRepeated} />
      <Button type="submit" look="primary" size="large">
        {save}
      </Button>
    </form>
  );
}

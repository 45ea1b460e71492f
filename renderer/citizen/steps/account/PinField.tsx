/** One PIN: hidden, six digits, offered to no password keeper but the citizen's own. */
import { PIN_DIGITS } from '../../../../shared/domain/issuance/account-pin.ts';
import { Field } from '../../../ui/Field.tsx';

interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly purpose: 'new-password' | 'current-password';
  readonly onChange: (digits: string) => void;
}

export function PinField({ label, value, error, purpose, onChange }: PinFieldProps) {
  return (
    <Field
      label={label}
      error={error}
      look="code"
      type="password"
      inputMode="numeric"
      autoComplete={purpose}
      maxLength={PIN_DIGITS}
      value={value}
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, ''))}
    />
  );
}

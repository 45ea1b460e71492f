/** A password that can be looked at. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useTexts } from '../texts/index.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

export function PasswordField({ label, value, onChange, error, autoFocus = false }: PasswordFieldProps) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  return (
    <Field
      label={label}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      maxLength={256}
      value={value}
      onChange={onChange}
      validationBehavior="aria"
      autoFocus={autoFocus}
      error={error}
      after={
        <Button
          look="quiet"
          icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
          aria-label={t(shown ? 'keys.install.hide' : 'keys.install.show')}
          onPress={() => setShown(!shown)}
        />
      }
    />
  );
}

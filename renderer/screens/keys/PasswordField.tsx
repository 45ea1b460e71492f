/** A password that can be looked at, with what the keyboard would do to it unseen. */
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useKeyWarnings } from '../signing/use-key-warnings.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

export function PasswordField({ label, value, onChange, hint, error, autoFocus = false }: PasswordFieldProps) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const warnings = useKeyWarnings();
  return (
    <div className="keys-password">
      <Field
        label={label}
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        maxLength={256}
        value={value}
        onChange={onChange}
        onKeyDown={warnings.onKey}
        onKeyUp={warnings.onKey}
        validationBehavior="aria"
        autoFocus={autoFocus}
        hint={hint}
        error={error}
        after={
          <Button
            look="quiet"
            icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
            aria-label={t(shown ? 'signing.key.hide' : 'signing.key.show')}
            onPress={() => setShown(!shown)}
          />
        }
      />
      {warnings.capsLock || warnings.otherLayout ? (
        <Notice tone="warn" role="status">
          {warnings.capsLock ? <p>{t('keys.capsLock')}</p> : null}
          {warnings.otherLayout ? <p>{t('keys.notLatin')}</p> : null}
        </Notice>
      ) : null}
    </div>
  );
}

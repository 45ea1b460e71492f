/** A new password, twice: a slip would lock the owner out of the key. */
import { useTexts } from '../../i18n/index.ts';
import { PasswordField } from './PasswordField.tsx';

export interface NewPasswordValue {
  readonly first: string;
  readonly again: string;
}

export const NO_PASSWORD: NewPasswordValue = { first: '', again: '' };
export const isComplete = ({ first, again }: NewPasswordValue): boolean => first !== '' && first === again;

interface NewPasswordProps {
  readonly value: NewPasswordValue;
  readonly onChange: (value: NewPasswordValue) => void;
}

export function NewPassword({ value, onChange }: NewPasswordProps) {
  const { t } = useTexts();
  const { first, again } = value;
  const differ = again !== '' && !first.startsWith(again) && first !== again;
  return (
    <>
      <PasswordField label={t('keys.newPassword')} hint={t('keys.passwordRule')} value={first} onChange={(typed) => onChange({ first: typed, again })} />
      <PasswordField label={t('keys.repeat')} error={differ ? t('keys.differ') : undefined} value={again} onChange={(typed) => onChange({ first, again: typed })} />
    </>
  );
}

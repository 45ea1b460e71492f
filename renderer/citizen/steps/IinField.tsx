/** The citizen's ИИН: digits alone, and why these are not taken. */
import { Field } from '../../ui/Field.tsx';
import { useTexts } from '../texts/index.ts';

interface IinFieldProps {
  readonly value: string;
  readonly hint?: string;
  /** Why it cannot be this one. */
  readonly wrong: string | undefined;
  readonly onChange: (iin: string) => void;
}

export function IinField({ value, hint, wrong, onChange }: IinFieldProps) {
  const { t } = useTexts();
  return (
    <Field
      label={t('welcome.iin')}
      hint={hint}
      error={wrong}
      look="digits"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      value={value}
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, ''))}
    />
  );
}

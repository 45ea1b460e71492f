/** A day typed as dd.mm.yyyy; says so while it is none. */
import { startOfTypedDay } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';

interface DayFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** Shorter than a whole day: still being typed. */
const WHOLE_DAY = 8;

export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTexts();
  const wrong = value.trim().length >= WHOLE_DAY && startOfTypedDay(value) === null;
  return (
    <Field
      label={label}
      placeholder={t('journal.day')}
      autoComplete="off"
      maxLength={10}
      error={wrong ? t('journal.dayWrong') : undefined}
      value={value}
      onChange={onChange}
    />
  );
}

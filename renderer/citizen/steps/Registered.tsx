/** The number is in БМГ, and that was all that was asked for: what it is good for now, and from when keys can be had with it. */
import { dateMinuteText } from '../../i18n/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';

interface RegisteredProps {
  /** Null where no other number stood there before. */
  readonly coolsUntil: string | null;
  readonly onKeys: () => void;
}

export function Registered({ coolsUntil, onKeys }: RegisteredProps) {
  const { t } = useTexts();
  return (
    <div className="citizen-step">
      <StepHeading text={t('phoneOnly.done')} />
      <p>{t('phoneOnly.doneText')}</p>
      {coolsUntil === null ? null : <Notice tone="warn">{t('phoneOnly.cools', { until: dateMinuteText(coolsUntil) })}</Notice>}
      <Button onPress={onKeys}>{t('phoneOnly.toKeys')}</Button>
    </div>
  );
}

/** The purpose of the service in hand, always in sight, and the way to change it. */
import { Target } from 'lucide-react';
import { Button } from 'react-aria-components';
import { inLanguage } from '../../shared/domain/localized.ts';
import type { OperatorSession } from '../../shared/domain/desk/operator-session.ts';
import { useTexts } from '../i18n/index.ts';
import { KeyHint } from '../ui/KeyHint.tsx';

interface PurposeChipProps {
  readonly session: Extract<OperatorSession, { state: 'signed-in' }>;
  readonly onChange: () => void;
}

export function PurposeChip({ session, onChange }: PurposeChipProps) {
  const { t, language } = useTexts();
  const chosen = session.purposes.find((purpose) => purpose.id === session.purposeId);
  const title = chosen === undefined ? t('app.purpose.none') : inLanguage(chosen.title, language);
  return (
    <Button className="purpose-chip" onPress={onChange}>
      <Target size={18} aria-hidden />
      <span className="purpose-chip-title">
        <span className="visually-hidden">{t('app.purpose.label')}: </span>
        {title}
      </span>
      <KeyHint keys="F4" />
    </Button>
  );
}

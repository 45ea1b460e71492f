/** The two ways in that begin with a question of the desk: by SMS, and by a QR that the citizen scans. */
import { MessageSquareText, QrCode } from 'lucide-react';
import { memo } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';

interface AskCitizenProps {
  readonly onConsent: () => void;
  readonly onDeskRequest: () => void;
}

/** Remembered, as the camera is. */
export const AskCitizen = memo(function AskCitizen({ onConsent, onDeskRequest }: AskCitizenProps) {
  const { t } = useTexts();
  return (
    <>
      <Button icon={<MessageSquareText size={18} aria-hidden />} hint="F3" onPress={onConsent}>
        {t('desk.consent.open')}
      </Button>
      <Button icon={<QrCode size={18} aria-hidden />} hint="Ctrl E" onPress={onDeskRequest}>
        {t('desk.request.open')}
      </Button>
    </>
  );
});

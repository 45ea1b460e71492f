/** Shows the code to learn the scanner by, and what came of scanning it. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../../shared/domain/scanning/scan-sheet.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { QrPicture } from '../../../ui/QrPicture.tsx';
import { useLearning } from './use-learning.ts';

interface LearnDialogProps {
  readonly onClose: () => void;
  readonly onLearned: (profile: HandheldProfile) => void;
}

export function LearnDialog({ onClose, onLearned }: LearnDialogProps) {
  const { t } = useTexts();
  const refused = useLearning(onLearned);
  return (
    <Dialog title={t('handheld.learning.dialog')} closeLabel={t('app.close')} onClose={onClose}>
      <p>{t('handheld.learning.scan')}</p>
      {refused !== null && (
        <Notice tone="warn" role="alert">
          <p>{t(`handheld.learning.fails.${refused}`)}</p>
        </Notice>
      )}
      <QrPicture text={SHEET_LEARN_TEXT} label={t('handheld.learning.code')} />
    </Dialog>
  );
}

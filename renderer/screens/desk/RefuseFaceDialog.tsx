/** Why the operator refuses: one of the coded reasons, by digit or press. */
import { FACE_REFUSALS, type FaceRefusal } from '../../../shared/domain/checking/face-decision.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDigitKeys } from '../../ui/use-digit-keys.ts';

interface RefuseFaceDialogProps {
  readonly onClose: () => void;
  readonly onRefuse: (reason: FaceRefusal) => void;
}

export function RefuseFaceDialog({ onClose, onRefuse }: RefuseFaceDialogProps) {
  const { t } = useTexts();
  useDigitKeys(FACE_REFUSALS, onRefuse);
  return (
    <Dialog title={t('verdict.face.why')} closeLabel={t('app.cancel')} onClose={onClose}>
      <p className="soft">{t('verdict.face.whyText')}</p>
      <ol className="refuse-reasons">
        {FACE_REFUSALS.map((reason, index) => (
          <li key={reason}>
            <Button hint={String(index + 1)} autoFocus={index === 0} onPress={() => onRefuse(reason)}>
              {t(`verdict.face.reason.${reason}`)}
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

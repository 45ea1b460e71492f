/** Which part of the screen shows the code: all of it unless one is chosen. */
import { useId, useState } from 'react';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { cutRegion } from './cut-region.ts';
import { WHOLE } from './region.ts';
import { RegionPicker } from './RegionPicker.tsx';
import './screen-dialog.css';

interface ScreenDialogProps {
  readonly picture: ImageBitmap;
  readonly onClose: () => void;
  readonly onRead: (part: Blob) => void;
}

export function ScreenDialog({ picture, onClose, onRead }: ScreenDialogProps) {
  const { t } = useTexts();
  const hint = useId();
  const [region, setRegion] = useState(WHOLE);
  return (
    <Dialog title={t('picture.screen.title')} closeLabel={t('app.close')} width="wide" outside="stays" onClose={onClose}>
      <p id={hint}>{t('picture.screen.hint')}</p>
      <RegionPicker picture={picture} region={region} onChange={setRegion} label={t('picture.screen.region')} describedBy={hint} />
      <Button look="primary" autoFocus onPress={() => void cutRegion(picture, region).then(onRead)}>
        {t('picture.screen.read')}
      </Button>
    </Dialog>
  );
}

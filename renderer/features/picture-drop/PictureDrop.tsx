/** Says that a picture may be dropped, pasted, chosen or taken of the screen, and what became of the last one. */
import { memo, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import './picture-drop.css';
import { PICTURE_TYPES, pictureIn } from './picture-in-transfer.ts';
import { ScreenDialog } from './screen/ScreenDialog.tsx';
import { screenOffered, takeScreen } from './screen/take-screen.ts';
import { usePictureInput, type PictureState } from './use-picture-input.ts';

export interface PictureDropProps {
  onScan(input: ScanInput): void;
  paused: boolean;
  /** A check is under way, perhaps of another scan: it needs no picture any more. */
  busy: boolean;
}

/** The key of the line under the button. */
function messageOf(picture: PictureState) {
  return picture.state === 'refused' ? (`picture.refused.${picture.reason}` as const) : (`picture.${picture.state}` as const);
}

/** Remembered, as the camera is. */
export const PictureDrop = memo(function PictureDrop({ onScan, paused, busy }: PictureDropProps) {
  const { t } = useTexts();
  const { picture, read, refuse } = usePictureInput({ onScan, paused });
  const [screen, setScreen] = useState<ImageBitmap | null>(null);
  if (busy && screen !== null) setScreen(null);
  const lookAtScreen = async () => {
    const shot = await takeScreen();
    if (shot.kind === 'taken') setScreen(shot.picture);
    else refuse(shot.kind);
  };
  return (
    <div className="picture-drop" data-state={picture.state}>
      <FileTrigger acceptedFileTypes={PICTURE_TYPES} onSelect={(files) => files !== null && read(pictureIn({ files }))}>
        <Button look="quiet" isDisabled={paused}>
          {t('picture.choose')}
        </Button>
      </FileTrigger>
      {screenOffered() ? (
        <Button look="quiet" isDisabled={paused} onPress={() => void lookAtScreen()}>
          {t('picture.screen.take')}
        </Button>
      ) : null}
      <output className="picture-drop-state">{t(messageOf(picture))}</output>
      {screen === null ? null : (
        <ScreenDialog
          picture={screen}
          onClose={() => setScreen(null)}
          onRead={(part) => {
            setScreen(null);
            read(part);
          }}
        />
      )}
    </div>
  );
});

/** Says that a picture may be dropped, pasted or chosen, and what became of the last one. */
import { FileTrigger } from 'react-aria-components';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import './picture-drop.css';
import { PICTURE_TYPES, pictureIn } from './picture-in-transfer.ts';
import { usePictureInput, type PictureState } from './use-picture-input.ts';

export interface PictureDropProps {
  onScan(input: ScanInput): void;
  paused: boolean;
}

/** The key of the line under the button. */
function messageOf(picture: PictureState) {
  return picture.state === 'refused' ? (`picture.refused.${picture.reason}` as const) : (`picture.${picture.state}` as const);
}

export function PictureDrop({ onScan, paused }: PictureDropProps) {
  const { t } = useTexts();
  const { picture, read } = usePictureInput({ onScan, paused });
  return (
    <div className="picture-drop" data-state={picture.state}>
      <FileTrigger acceptedFileTypes={PICTURE_TYPES} onSelect={(files) => files !== null && read(pictureIn({ files }))}>
        <Button look="quiet" isDisabled={paused}>
          {t('picture.choose')}
        </Button>
      </FileTrigger>
      <output className="picture-drop-state">{t(messageOf(picture))}</output>
    </div>
  );
}

/** Where the picture of one side comes from: the camera with a frame over it, or a file. */
import { Camera as CameraSign, Upload } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { CardSide } from '../../features/identification/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { cameraOutlook } from '../camera/open-camera.ts';
import { fileToJpeg, frameToJpeg, type PictureFault } from '../camera/to-jpeg.ts';
import { useCamera } from '../camera/use-camera.ts';
import { useTexts } from '../texts/index.ts';

interface CardSourceProps {
  readonly side: CardSide;
  readonly onPicture: (jpeg: Uint8Array<ArrayBuffer>) => void;
}

export function CardSource({ side, onPicture }: CardSourceProps) {
  const { t } = useTexts();
  const { state, show, open } = useCamera('environment');
  const [fault, setFault] = useState<PictureFault | null>(null);
  const fileId = useId();
  useEffect(() => {
    // Permitted earlier: the second side needs no press either.
    void cameraOutlook().then((outlook) => outlook === 'ready' && open());
  }, [open]);

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const jpeg = await fileToJpeg(file);
    setFault(jpeg.ok ? null : jpeg.failure);
    if (jpeg.ok) onPicture(jpeg.value);
  }
  const problem = state.state === 'off' || state.state === 'opening' || state.state === 'filming' ? null : state.state;
  return (
    <>
      {state.state === 'opening' || state.state === 'filming' ? (
        <div className="citizen-lens">
          <video ref={show} className="citizen-film" muted playsInline aria-label={t('welcome.cameraPreview')} />
          <svg className="citizen-oval" viewBox="0 0 160 90" aria-hidden="true">
            <rect x="25" y="10.3" width="110" height="69.4" rx="4" className="citizen-oval-line" />
          </svg>
        </div>
      ) : null}
      {problem === null ? null : (
        <Notice tone="warn" role="alert">
          {t(`welcome.${problem}`)}
        </Notice>
      )}
      {fault === null ? null : (
        <Notice tone="bad" role="alert">
          {t(`card.${fault}`)}
        </Notice>
      )}
      <div className="citizen-actions">
        {state.state === 'filming' ? (
          <Button look="primary" size="large" onPress={() => void frameToJpeg(state.video).then(onPicture)}>
            {t('card.take')}
          </Button>
        ) : (
          <Button icon={<CameraSign size={20} aria-hidden />} onPress={open}>
            {t('card.byCamera')}
          </Button>
        )}
        <span className="citizen-file">
          <input
            id={fileId}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-describedby={`${fileId}-hint`}
            onChange={(event) => void read(event.target.files?.[0])}
          />
          <label htmlFor={fileId}>
            <Upload size={20} aria-hidden /> {t('card.byFile')}
            <span className="visually-hidden">: {t(`card.${side}`)}</span>
          </label>
        </span>
      </div>
      <p id={`${fileId}-hint`} className="soft">
        {t('card.fileHint')}
      </p>
    </>
  );
}

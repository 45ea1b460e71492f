/** Where the picture of one side comes from: the camera, which takes it by itself, or a file. */
import { Camera as CameraSign } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CardProgress, CardSide, CardWatch } from '../../../features/identification/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { cameraOutlook } from '../../camera/open-camera.ts';
import { useCamera } from '../../camera/use-camera.ts';
import { useTexts } from '../../texts/index.ts';
import { CardFile } from './CardFile.tsx';
import { CardView } from './CardView.tsx';

interface CardSourceProps {
  readonly side: CardSide;
  readonly onPicture: (jpeg: Uint8Array<ArrayBuffer>) => void;
}

export function CardSource({ side, onPicture }: CardSourceProps) {
  const { t } = useTexts();
  const { state, show, open } = useCamera('environment');
  const [progress, setProgress] = useState<CardProgress | null>(null);
  const watch = useRef<CardWatch | null>(null);
  const give = useEffectEvent(onPicture);
  useEffect(() => {
    // Permitted earlier: the second side needs no press either.
    void cameraOutlook().then((outlook) => outlook === 'ready' && open());
  }, [open]);

  const video = state.state === 'filming' ? state.video : null;
  useEffect(() => {
    if (video === null) return;
    let left = false;
    void import('../../../features/identification/index.ts').then(({ watchCard }) => {
      if (left) return;
      const watching = watchCard(video, side, setProgress);
      watch.current = watching;
      void watching.taken.then((shot) => left || shot === null || give(shot.jpeg));
    });
    return () => {
      left = true;
      watch.current?.stop();
      watch.current = null;
    };
  }, [video, side]);

  const shown = state.state === 'opening' || state.state === 'filming';
  const problem = shown || state.state === 'off' ? null : state.state;
  return (
    <>
      {shown ? <CardView show={show} size={video === null ? null : { width: video.videoWidth, height: video.videoHeight }} progress={progress} /> : null}
      {problem === null ? null : (
        <Notice tone="warn" role="alert">
          {t(`welcome.${problem}`)}
        </Notice>
      )}
      <div className="citizen-actions">
        {shown ? (
          <Button isDisabled={video === null} onPress={() => watch.current?.takeNow()}>
            {t('card.take')}
          </Button>
        ) : (
          <Button icon={<CameraSign size={20} aria-hidden />} onPress={open}>
            {t('card.byCamera')}
          </Button>
        )}
        <CardFile side={side} onPicture={onPicture} />
      </div>
    </>
  );
}

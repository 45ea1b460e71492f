/** The portrait in the oval: advice until it is good, taken by itself, shown before it is used. */
import { useEffect, useState } from 'react';
import type { SelfieProgress, Still } from '../../../features/identification/index.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Camera } from '../../camera/use-camera.ts';
import type { EngineState } from '../../camera/use-face-engine.ts';
import { usePictureUrl } from '../../camera/use-picture-url.ts';
import { useTexts } from '../../texts/index.ts';
import { Working } from '../../Working.tsx';
import { FaceView } from './FaceView.tsx';

interface SelfieProps {
  readonly camera: Camera;
  readonly engine: EngineState;
  readonly onUse: (still: Still) => Promise<void>;
}

export function Selfie({ camera, engine, onUse }: SelfieProps) {
  const { t } = useTexts();
  const [progress, setProgress] = useState<SelfieProgress | null>(null);
  const [still, setStill] = useState<Still | null>(null);
  const [busy, setBusy] = useState(false);
  const url = usePictureUrl(still?.jpeg ?? null);
  const video = camera.state.state === 'filming' ? camera.state.video : null;
  const ready = engine.state === 'ready' ? engine.engine : null;
  const wanted = still === null;
  const { open, close } = camera;

  useEffect(() => {
    if (video === null || ready === null || !wanted) return;
    let stop = (): void => undefined;
    let left = false;
    // Loaded already with the engine itself.
    void import('../../../features/identification/index.ts').then(({ takeSelfie }) => {
      if (left) return;
      const taking = takeSelfie(ready, video, setProgress);
      stop = taking.stop;
      void taking.taken.then((taken) => {
        if (left || taken === null) return;
        setStill(taken);
        // Nobody is filmed while they look at their picture.
        close();
      });
    });
    return () => {
      left = true;
      stop();
    };
  }, [video, ready, wanted, close]);

  const advice = progress === null ? null : progress.advice;
  const waiting = video === null || ready === null;
  return (
    <>
      <div hidden={!wanted}>
        <FaceView
          show={camera.show}
          instruction={waiting ? t('identification.preparing') : t('identification.selfie')}
          advice={advice === null ? null : t(`identification.advice.${advice}`)}
          challenge={null}
          done={progress?.held ?? 0}
        />
      </div>
      {still === null || url === null ? null : (
        <>
          <img src={url} alt={t('identification.selfieTaken')} className="citizen-picture mirrored" />
          <p role="status">{t('identification.selfieTaken')}</p>
          {busy ? (
            <Working text={t('identification.preparing')} />
          ) : (
            <div className="citizen-actions">
              <Button
                look="primary"
                size="large"
                autoFocus
                onPress={() => {
                  setBusy(true);
                  void onUse(still);
                }}
              >
                {t('identification.useSelfie')}
              </Button>
              <Button
                onPress={() => {
                  setProgress(null);
                  setStill(null);
                  open();
                }}
              >
                {t('identification.retake')}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

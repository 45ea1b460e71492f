/** The check of the camera on the first page: what is known without asking, and the picture itself for who wants to see it. */
import { Camera } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { cameraOutlook } from '../camera/open-camera.ts';
import { useCamera } from '../camera/use-camera.ts';
import { useTexts } from '../texts/index.ts';

type Outlook = Awaited<ReturnType<typeof cameraOutlook>>;

export function CameraCheck() {
  const { t } = useTexts();
  const { state, show, open, close } = useCamera('user');
  const [outlook, setOutlook] = useState<Outlook>('unknown');
  useEffect(() => {
    const look = (): void => void cameraOutlook().then(setOutlook);
    look();
    navigator.mediaDevices?.addEventListener('devicechange', look);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', look);
  }, []);

  const problem = state.state === 'off' || state.state === 'opening' || state.state === 'filming' ? null : state.state;
  const ready = state.state === 'filming' || outlook === 'ready';
  const said = problem !== null ? t(`welcome.${problem}`) : ready ? t('welcome.cameraReady') : outlook === 'unknown' ? t('welcome.cameraUnknown') : t(`welcome.${outlook}`);
  const filming = state.state === 'filming' || state.state === 'opening';
  return (
    <div className="citizen-check">
      <Camera size={22} aria-hidden />
      <div className="citizen-check-words">
        <p>
          <strong>{t('welcome.camera')}.</strong> <span role="status">{said}</span>
        </p>
        {filming ? <video ref={show} className="citizen-preview mirrored" muted playsInline aria-label={t('welcome.cameraPreview')} /> : null}
        <Button size="small" onPress={filming ? close : open}>
          {t(filming ? 'frame.close' : 'welcome.cameraCheck')}
        </Button>
      </div>
    </div>
  );
}

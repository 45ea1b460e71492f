/** The camera of the desk: films, reads codes in a worker, and says in one line what it needs. */
import { useCallback, useState } from 'react';
import './scan-panel.css';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { activeCamera, TRAINING_CAMERA, type CameraChoice } from './camera/camera-choice.ts';
import { CameraPicker } from './CameraPicker.tsx';
import { CameraPreview } from './CameraPreview.tsx';
import type { GreyPicture } from './reading/decoder.ts';
import { canRetry, panelState } from './panel-state.ts';
import { ScanAdvice } from './ScanAdvice.tsx';
import { TrainingPreview } from './TrainingPreview.tsx';
import { useCamera } from './camera/use-camera.ts';
import { useFilmDecoding } from './use-film-decoding.ts';
import { useTrainingCamera, type FetchTrainingFrame } from './camera/use-training-camera.ts';

interface ScanPanelProps {
  onScan(input: ScanInput): void;
  /** Frames are dropped unread, the camera stays on. */
  paused: boolean;
  camera: CameraChoice;
  onCameraChange(choice: CameraChoice): void;
  /** A handheld scanner is in use: nobody needs a camera that films the queue meanwhile. */
  handheldInUse: boolean;
  /** Whether advice may be heard as well. */
  sound: boolean;
  /** What the texts of an access begin with. */
  accessPrefixes: readonly string[];
  /** Null outside training. */
  fetchTrainingFrame: FetchTrainingFrame | null;
}

export function ScanPanel({ onScan, paused, camera, onCameraChange, handheldInUse, sound, accessPrefixes, fetchTrainingFrame }: ScanPanelProps) {
  const { t } = useTexts();
  const active = activeCamera(camera, fetchTrainingFrame !== null);
  const [woken, setWoken] = useState(false);
  if (woken && !handheldInUse) setWoken(false);
  const handheld = handheldInUse && !woken;
  const filmed = camera.on && !handheld;
  const training = filmed && active.kind === 'training';
  const device = useCamera({ on: filmed && active.kind === 'device', wanted: active.kind === 'device' ? active.id : null });
  const [broken, setBroken] = useState<MediaStreamTrack | null>(null);
  const track = device.state.state === 'filming' && device.state.track !== broken ? device.state.track : null;

  const { several, advice, idle, again, offerFrame } = useFilmDecoding({
    active: training || track !== null,
    track,
    paused,
    accessPrefixes,
    onCode: (payload) => onScan({ kind: 'code', source: training ? 'training-camera' : 'camera', payload }),
    onFailed: () => setBroken(track),
  });

  const [phone, setPhone] = useState<GreyPicture | null>(null);
  const onFrame = useCallback(
    (picture: GreyPicture | null) => {
      setPhone(picture);
      if (picture !== null) offerFrame(picture);
    },
    [offerFrame],
  );
  const trainingState = useTrainingCamera(training ? fetchTrainingFrame : null, onFrame);

  const filming = device.state.state === 'filming' && broken !== null && device.state.track === broken
    ? ({ state: 'failed', reason: 'failed' } as const)
    : device.state;
  const state = panelState({
    on: camera.on,
    handheld,
    paused,
    several,
    source: active.kind === 'training' ? { kind: 'training', camera: trainingState } : { kind: 'device', camera: filming },
  });
  const chosen = active.kind === 'training' ? TRAINING_CAMERA : device.chosen;

  return (
    <section className="scan-panel" aria-label={t('scanner.title')} data-state={state}>
      <div className="scan-viewfinder">
        {filming.state === 'filming' && <CameraPreview stream={filming.stream} still={idle} />}
        {training && <TrainingPreview picture={phone} />}
        {state === 'filming' && advice !== null && <ScanAdvice key={advice} advice={advice} sound={sound} />}
      </div>
      <output className="scan-state">{t(`scanner.state.${state}`)}</output>
      <div className="scan-controls">
        {state === 'filming' && again !== null && (
          <Button look="quiet" onPress={again}>
            {t('scanner.again')}
          </Button>
        )}
        {filmed && canRetry(state) && <Button onPress={device.retry}>{t('scanner.retry')}</Button>}
        <Button
          look="quiet"
          aria-label={filmed ? t('scanner.turnOff') : t('scanner.turnOn')}
          onPress={() => (camera.on && handheld ? setWoken(true) : onCameraChange({ ...camera, on: !camera.on }))}
        >
          {filmed ? t('scanner.off') : t('scanner.on')}
        </Button>
        <CameraPicker
          devices={device.devices}
          training={fetchTrainingFrame !== null}
          value={chosen}
          onChange={(id) => onCameraChange({ on: true, id })}
        />
      </div>
    </section>
  );
}

/** The camera as this desk has chosen it; the choice is kept wherever it is made. */
import { memo, useCallback } from 'react';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { changePreferences, useAppInfo, usePage, usePreferences } from '../../host/index.ts';
import { ScanPanel } from './ScanPanel.tsx';

interface DeskCameraProps {
  readonly onScan: (input: ScanInput) => void;
  readonly paused: boolean;
  readonly handheldInUse: boolean;
}

/** Remembered: its pickers take longer to draw than a whole answer, and most of what happens at the desk changes nothing of them. */
export const DeskCamera = memo(function DeskCamera({ onScan, paused, handheldInUse }: DeskCameraProps) {
  const page = usePage();
  const { environment, accessPrefixes } = useAppInfo();
  const { cameraOn, cameraId, sound } = usePreferences();
  const fetchTrainingFrame = useCallback(async () => {
    const frame = await page.host.training.frame(null);
    // The training camera takes a rejection for a stand that does not answer.
    if (!frame.ok) throw new Error('TrainingFrameUnavailable');
    return frame.value;
  }, [page]);
  return (
    <ScanPanel
      onScan={onScan}
      paused={paused}
      camera={{ on: cameraOn, id: cameraId }}
      onCameraChange={({ on, id }) => void changePreferences(page, { cameraOn: on, cameraId: id })}
      handheldInUse={handheldInUse}
      sound={sound}
      accessPrefixes={accessPrefixes}
      fetchTrainingFrame={environment === 'training' ? fetchTrainingFrame : null}
    />
  );
});

/** Chooses the camera; in training the stand's phone is one of them. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TRAINING_CAMERA } from './camera-choice.ts';
import type { CameraDevice } from './camera-state.ts';

export interface CameraPickerProps {
  devices: readonly CameraDevice[];
  training: boolean;
  /** Id of the active camera, or `TRAINING_CAMERA`. */
  value: string;
  onChange(id: string): void;
}

export function CameraPicker({ devices, training, value, onChange }: CameraPickerProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="scan-panel__picker">
      <label htmlFor={id}>{t('scanner.choose')}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {training && <option value={TRAINING_CAMERA}>{t('scanner.training')}</option>}
        {devices.map((device, index) => (
          <option key={device.id} value={device.id}>
            {device.label === '' ? t('scanner.unnamed', { number: index + 1 }) : device.label}
          </option>
        ))}
      </select>
    </div>
  );
}

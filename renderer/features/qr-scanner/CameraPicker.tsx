/** Chooses the camera; in training the stand's phone is one of them. */
import { useTexts } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { TRAINING_CAMERA } from './camera-choice.ts';
import type { CameraDevice } from './camera-state.ts';

export interface CameraPickerProps {
  devices: readonly CameraDevice[];
  training: boolean;
  /** Id of the active camera, or `TRAINING_CAMERA`; null where there is none. */
  value: string | null;
  onChange(id: string): void;
}

export function CameraPicker({ devices, training, value, onChange }: CameraPickerProps) {
  const { t } = useTexts();
  const named = devices.map(({ id, label }, index) => ({
    id,
    text: label === '' ? t('scanner.unnamed', { number: index + 1 }) : label,
  }));
  const choices = training ? [{ id: TRAINING_CAMERA, text: t('scanner.training') }, ...named] : named;
  if (value === null) return null;
  return <Select label={t('scanner.choose')} choices={choices} value={value} onChange={onChange} />;
}

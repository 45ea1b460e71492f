/** Chooses the camera; in training the stand's phone is one of them. */
import { useTexts } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { TRAINING_CAMERA } from './camera/camera-choice.ts';
import type { CameraDevice } from './camera/camera-state.ts';

/** Stands in the list only while it is the truth; choosing it changes nothing. */
const NO_DEVICE = '';

export interface CameraPickerProps {
  devices: readonly CameraDevice[];
  training: boolean;
  /** Id of the active camera, or `TRAINING_CAMERA`; null where a device is wanted and none is there. */
  value: string | null;
  onChange(id: string): void;
}

export function CameraPicker({ devices, training, value, onChange }: CameraPickerProps) {
  const { t } = useTexts();
  const named = devices.map(({ id, label }, index) => ({
    id,
    text: label === '' ? t('scanner.unnamed', { number: index + 1 }) : label,
  }));
  const choices = [
    ...(value === null ? [{ id: NO_DEVICE, text: t('scanner.noDevice') }] : []),
    ...(training ? [{ id: TRAINING_CAMERA, text: t('scanner.training') }] : []),
    ...named,
  ];
  return <Select label={t('scanner.choose')} choices={choices} value={value ?? NO_DEVICE} onChange={onChange} />;
}

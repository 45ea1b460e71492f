/** Which camera the operator chose, as the preferences keep it. */

export interface CameraChoice {
  on: boolean;
  /** A device id, `TRAINING_CAMERA`, or null before anything was chosen. */
  id: string | null;
}

/** Stands in place of a device id; no browser makes one like it. */
export const TRAINING_CAMERA = 'training-camera';

export type ActiveCamera = { kind: 'training' } | { kind: 'device'; id: string | null };

/** In training nothing is filmed before the operator asks for it: until a device is chosen the training camera stands in. */
export function activeCamera({ id }: CameraChoice, trainingAvailable: boolean): ActiveCamera {
  if (trainingAvailable && (id === null || id === TRAINING_CAMERA)) return { kind: 'training' };
  return { kind: 'device', id: id === TRAINING_CAMERA ? null : id };
}

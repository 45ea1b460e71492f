/** The part of an observation that movements are judged by. */
import type { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import type { FaceObservation } from '../face/face-observation.ts';

/** Rounded to thousandths, which is finer than the model's noise. */
export function frameOf({ atMs, faces, face }: FaceObservation): FaceFrame {
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    atMs: Math.round(atMs),
    faces,
    yaw: round(face?.yaw ?? 0),
    pitch: round(face?.pitch ?? 0),
    eyes: round(face?.eyes ?? 0),
    height: round(face?.height ?? 0),
    offset: round(face?.offset ?? 0),
  };
}

/** Is this frame a portrait one may compare? What is wrong is said as one piece of advice at a time, the most urgent first. */
import type { FaceObservation } from '../face/face-observation.ts';

export type PortraitAdvice =
  | 'no-face'
  | 'several-faces'
  | 'come-closer'
  | 'go-back'
  | 'to-the-middle'
  | 'too-dark'
  | 'too-bright'
  | 'side-light'
  | 'look-straight'
  | 'hold-head-straight'
  | 'open-eyes'
  | 'close-mouth'
  | 'not-sharp';

/**
 * After ICAO 9303-3 and ISO/IEC 19794-5 (full frontal image), in the units of `SeenFace`; measured on portraits that are good,
 * turned, dark, over-exposed, lit from one side and blurred. The pitch of the model lies up to 7 above zero for many people.
 */
export const PORTRAIT_LIMITS = {
  eyeDistanceMin: 60,
  heightMin: 0.3,
  heightMax: 0.75,
  offsetMax: 0.1,
  yawMax: 8,
  pitchMin: -3,
  pitchMax: 12,
  rollMax: 8,
  eyesMin: 0.2,
  mouthMax: 0.26,
  lightMin: 70,
  lightMax: 225,
  glareMax: 0.05,
  sideLightMax: 0.4,
  sharpnessMin: 80,
} as const;

/** Null where nothing is wrong. */
export function judgePortrait({ faces, face }: FaceObservation): PortraitAdvice | null {
  const limits = PORTRAIT_LIMITS;
  if (faces > 1) return 'several-faces';
  if (face === null) return 'no-face';
  if (face.height > limits.heightMax) return 'go-back';
  if (face.eyeDistance < limits.eyeDistanceMin || face.height < limits.heightMin) return 'come-closer';
  if (face.offset > limits.offsetMax) return 'to-the-middle';
  if (face.light < limits.lightMin) return 'too-dark';
  if (face.light > limits.lightMax || face.glare > limits.glareMax) return 'too-bright';
  if (face.sideLight > limits.sideLightMax) return 'side-light';
  if (Math.abs(face.yaw) > limits.yawMax || face.pitch < limits.pitchMin || face.pitch > limits.pitchMax) return 'look-straight';
  if (Math.abs(face.roll) > limits.rollMax) return 'hold-head-straight';
  if (face.eyes < limits.eyesMin) return 'open-eyes';
  if (face.mouth > limits.mouthMax) return 'close-mouth';
  return face.sharpness < limits.sharpnessMin ? 'not-sharp' : null;
}

/** The better of two good portraits: straighter and sharper. Higher is better. */
export function portraitScore({ face }: FaceObservation): number {
  if (face === null) return -Infinity;
  const turned = Math.abs(face.yaw) + Math.abs(face.roll) + Math.abs(face.pitch - 4) / 2;
  return Math.min(face.sharpness, 400) / 40 - turned + face.eyes * 10;
}

/** What camera, light, sound and line are worth for a call, from what was measured of them. Own thresholds, tried on ordinary laptops. */
import type { Preflight, PreflightGrade } from '../../../../shared/domain/call/call-talk.ts';

export interface CameraFacts {
  height: number;
  frameRate: number;
}
/** Of the grey values 0 … 255 of one frame. */
export interface LightFacts {
  mean: number;
  /** Standard deviation: a covered lens and a blinded one have none. */
  spread: number;
}
export interface LineFacts {
  downBitsPerSecond: number;
  upBitsPerSecond: number;
  roundTripMs: number;
}

export const gradeCamera = ({ height, frameRate }: CameraFacts): PreflightGrade =>
  height >= 480 && frameRate >= 15 ? 'good' : height >= 240 && frameRate >= 8 ? 'poor' : 'bad';

export const gradeLight = ({ mean, spread }: LightFacts): PreflightGrade =>
  spread < 6 || mean < 20 || mean > 245 ? 'bad' : mean >= 55 && mean <= 205 && spread >= 20 ? 'good' : 'poor';

/** @param peak largest root mean square over windows of the sound, in [0, 1]; a silent room is `poor`, a dead microphone `bad` */
export const gradeSound = (peak: number): PreflightGrade => (peak >= 0.01 ? 'good' : peak > 0.000_05 ? 'poor' : 'bad');

/** Picture and sound of a call take about 700 kbit/s each way here. */
export const gradeLine = ({ downBitsPerSecond, upBitsPerSecond, roundTripMs }: LineFacts): PreflightGrade => {
  const least = Math.min(downBitsPerSecond, upBitsPerSecond);
  return least >= 1_000_000 && roundTripMs <= 300 ? 'good' : least >= 300_000 && roundTripMs <= 1000 ? 'poor' : 'bad';
};

export const mayCall = (checked: Preflight): boolean => Object.values(checked).every((grade) => grade !== 'bad');

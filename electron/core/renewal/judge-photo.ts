/** Is this photograph a portrait a document may carry? What is wrong is said as one piece of advice at a time, the most urgent first. Pure. */
import type { PhotoAdvice, PhotoJudgement } from '../../../shared/domain/renewal/renewal.ts';
import type { ExaminedPortrait, MeasuredFace } from '../../ports/issuance/portrait-examiner.ts';

/**
 * After ICAO 9303-3 and ISO/IEC 19794-5 (full frontal image), in the units of `MeasuredFace`; measured on the portraits of the stand and
 * on public ones that are good, turned, dark and blurred. Closed eyes are not among them: the points of the model lie open on either.
 */
const LIMITS = {
  heightMin: 0.28,
  heightMax: 0.75,
  offsetMax: 0.16,
  lightMin: 70,
  lightMax: 225,
  sideLightMax: 0.4,
  noseMin: 0.4,
  noseMax: 0.6,
  rollMax: 8,
  sharpnessMin: 30,
} as const;

export function judgePhoto(examined: ExaminedPortrait): PhotoJudgement {
  if (examined.state === 'unavailable') return { state: 'unavailable' };
  const advice = examined.state === 'one-face' ? adviceFor(examined.face) : examined.state;
  return advice === null ? { state: 'good' } : { state: 'poor', advice };
}

function adviceFor(face: MeasuredFace): PhotoAdvice | null {
  if (face.height > LIMITS.heightMax) return 'go-back';
  if (face.height < LIMITS.heightMin) return 'come-closer';
  if (face.offset > LIMITS.offsetMax) return 'to-the-middle';
  if (face.light < LIMITS.lightMin) return 'too-dark';
  if (face.light > LIMITS.lightMax) return 'too-bright';
  if (face.sideLight > LIMITS.sideLightMax) return 'side-light';
  if (face.nose < LIMITS.noseMin || face.nose > LIMITS.noseMax) return 'look-straight';
  if (Math.abs(face.roll) > LIMITS.rollMax) return 'hold-head-straight';
  return face.sharpness < LIMITS.sharpnessMin ? 'not-sharp' : null;
}

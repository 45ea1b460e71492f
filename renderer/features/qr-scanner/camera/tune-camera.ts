/** What is asked of a camera beyond a picture: steady focus and light, and more or less light where the advice says so. */
import type { Advice } from '../reading/advice.ts';

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** Of Media Capture from Still Images (W3C Image Capture) section 4; the DOM types know none of it. */
export interface CameraAbilities {
  readonly focusMode?: readonly string[];
  readonly exposureMode?: readonly string[];
  readonly exposureCompensation?: Range;
  readonly torch?: boolean;
}

export interface CameraTuning {
  focusMode?: 'continuous';
  exposureMode?: 'continuous';
  exposureCompensation?: number;
  torch?: boolean;
}

/** Webcams remember what another program left them with: a fixed focus at a face's distance reads no phone. */
export function firstTuning({ focusMode, exposureMode }: CameraAbilities): CameraTuning {
  return {
    ...(focusMode?.includes('continuous') && { focusMode: 'continuous' }),
    ...(exposureMode?.includes('continuous') && { exposureMode: 'continuous' }),
  };
}

/** @returns null where this camera can do nothing about it */
export function tuningFor(advice: Advice, { exposureCompensation, torch }: CameraAbilities, now: CameraTuning): CameraTuning | null {
  if (advice !== 'brighter' && advice !== 'less-glare') return null;
  const lit = now.torch === true;
  if (advice === 'less-glare' && lit) return { torch: false };
  const level = exposureCompensation === undefined ? null : nextLevel(exposureCompensation, now.exposureCompensation ?? 0, advice);
  if (level !== null) return { exposureCompensation: level };
  // The lamp comes last: it helps paper and blinds a phone's glass.
  return advice === 'brighter' && torch === true && !lit ? { torch: true } : null;
}

/** A sixth of the range at a time; the camera's own automatism works around it. */
function nextLevel({ min, max }: Range, level: number, advice: 'brighter' | 'less-glare'): number | null {
  const wanted = level + ((max - min) / 6) * (advice === 'brighter' ? 1 : -1);
  const next = Math.min(max, Math.max(min, wanted));
  return next === level ? null : next;
}

const abilitiesOf = (track: MediaStreamTrack) => track.getCapabilities() as CameraAbilities;

/** What was asked for before stays asked for: applied constraints replace each other whole. */
function ask(track: MediaStreamTrack, wanted: MediaTrackConstraints): void {
  // A camera that promised and then refuses films on as it did.
  track.applyConstraints({ ...track.getConstraints(), ...wanted }).catch(() => undefined);
}

function tune(track: MediaStreamTrack, tuning: CameraTuning): void {
  if (Object.keys(tuning).length === 0) return;
  const before = track.getConstraints().advanced ?? [];
  ask(track, { advanced: [Object.assign({}, ...before, tuning) as MediaTrackConstraintSet] });
}

export const tuneAtStart = (track: MediaStreamTrack): void => tune(track, firstTuning(abilitiesOf(track)));

export function tuneByAdvice(track: MediaStreamTrack, advice: Advice): void {
  const tuning = tuningFor(advice, abilitiesOf(track), track.getSettings() as CameraTuning);
  if (tuning !== null) tune(track, tuning);
}

/** Where nothing moves half of the frames are not even taken; the first movement is still seen within two frames of thirty a second. */
const FRAMES_A_SECOND = { idle: 15, awake: 30 } as const;

export function paceCamera(track: MediaStreamTrack, pace: keyof typeof FRAMES_A_SECOND): void {
  ask(track, { frameRate: { ideal: FRAMES_A_SECOND[pace] } });
}

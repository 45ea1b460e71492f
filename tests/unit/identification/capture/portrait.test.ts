/** The portrait gate says one thing at a time, and nothing where nothing is wrong. */
import { describe, expect, it } from 'vitest';
import type { SeenFace } from '../../../../renderer/features/identification/face/face-observation.ts';
import { judgePortrait, PORTRAIT_LIMITS, type PortraitAdvice, portraitScore } from '../../../../renderer/features/identification/portrait/judge-portrait.ts';

const GOOD: SeenFace = {
  box: [240, 100, 160, 220],
  yaw: 1,
  pitch: 4,
  roll: 2,
  eyes: 0.3,
  mouth: 0.05,
  eyeDistance: 95,
  height: 0.5,
  offset: 0.04,
  light: 140,
  glare: 0.01,
  sideLight: 0.1,
  sharpness: 200,
};
const seen = (face: SeenFace | null, faces = face === null ? 0 : 1) => ({ atMs: 0, width: 640, height: 480, faces, face });
const advice = (change: Partial<SeenFace>): PortraitAdvice | null => judgePortrait(seen({ ...GOOD, ...change }));

describe('a portrait', () => {
  it('with nothing wrong is taken', () => expect(judgePortrait(seen(GOOD))).toBeNull());
  it('needs a face', () => expect(judgePortrait(seen(null))).toBe('no-face'));
  it('shows one person', () => expect(judgePortrait(seen(GOOD, 2))).toBe('several-faces'));

  const LIMIT = PORTRAIT_LIMITS;
  const CASES: [PortraitAdvice, Partial<SeenFace>, Partial<SeenFace>][] = [
    ['come-closer', { height: LIMIT.heightMin - 0.01 }, { height: LIMIT.heightMin }],
    ['come-closer', { eyeDistance: LIMIT.eyeDistanceMin - 1 }, { eyeDistance: LIMIT.eyeDistanceMin }],
    ['go-back', { height: LIMIT.heightMax + 0.01 }, { height: LIMIT.heightMax }],
    ['to-the-middle', { offset: LIMIT.offsetMax + 0.01 }, { offset: LIMIT.offsetMax }],
    ['too-dark', { light: LIMIT.lightMin - 1 }, { light: LIMIT.lightMin }],
    ['too-bright', { light: LIMIT.lightMax + 1 }, { light: LIMIT.lightMax }],
    ['too-bright', { glare: LIMIT.glareMax + 0.01 }, { glare: LIMIT.glareMax }],
    ['side-light', { sideLight: LIMIT.sideLightMax + 0.01 }, { sideLight: LIMIT.sideLightMax }],
    ['look-straight', { yaw: -LIMIT.yawMax - 0.1 }, { yaw: -LIMIT.yawMax }],
    ['look-straight', { pitch: LIMIT.pitchMin - 0.1 }, { pitch: LIMIT.pitchMin }],
    ['look-straight', { pitch: LIMIT.pitchMax + 0.1 }, { pitch: LIMIT.pitchMax }],
    ['hold-head-straight', { roll: -LIMIT.rollMax - 0.1 }, { roll: -LIMIT.rollMax }],
    ['open-eyes', { eyes: LIMIT.eyesMin - 0.01 }, { eyes: LIMIT.eyesMin }],
    ['close-mouth', { mouth: LIMIT.mouthMax + 0.01 }, { mouth: LIMIT.mouthMax }],
    ['not-sharp', { sharpness: LIMIT.sharpnessMin - 1 }, { sharpness: LIMIT.sharpnessMin }],
  ];
  it.each(CASES)('beyond a limit is advised: %s', (expected, wrong, right) => {
    expect(advice(wrong)).toBe(expected);
    expect(advice(right)).toBeNull();
  });

  it('is told the nearest thing first: light before sharpness', () => expect(advice({ light: 30, sharpness: 3 })).toBe('too-dark'));
});

it('of two good portraits the straighter and the sharper one is kept', () => {
  const score = (change: Partial<SeenFace>) => portraitScore(seen({ ...GOOD, ...change }));
  expect(score({})).toBeGreaterThan(score({ yaw: 6 }));
  expect(score({ sharpness: 300 })).toBeGreaterThan(score({}));
  expect(portraitScore(seen(null))).toBe(-Infinity);
});

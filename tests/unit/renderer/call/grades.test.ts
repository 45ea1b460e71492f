/** What camera, light, sound and line are worth before a call, at each side of every limit; and what keeps a call from beginning. */
import { expect, test } from 'vitest';
import { gradeCamera, gradeLight, gradeLine, gradeSound, mayCall } from '../../../../renderer/features/video-call/check/grades.ts';

test.each([
  [480, 15, 'good'],
  [479, 15, 'poor'],
  [480, 14, 'poor'],
  [240, 8, 'poor'],
  [239, 30, 'bad'],
  [720, 7, 'bad'],
] as const)('a camera of %i lines at %i frames a second is %s', (height, frameRate, grade) => {
  expect(gradeCamera({ height, frameRate })).toBe(grade);
});

test.each([
  ['an ordinary room', 120, 50, 'good'],
  ['dusk', 40, 25, 'poor'],
  ['a lamp straight ahead', 230, 40, 'poor'],
  ['mist: light without contrast', 120, 10, 'poor'],
  ['a covered lens', 8, 2, 'bad'],
  ['a blinded one', 250, 3, 'bad'],
  ['one colour, whatever its brightness', 120, 5, 'bad'],
] as const)('light: %s (%i, %i) is %s', (_, mean, spread, grade) => {
  expect(gradeLight({ mean, spread })).toBe(grade);
});

test.each([
  [0.2, 'good'],
  [0.001, 'poor'],
  [0, 'bad'],
] as const)('a microphone whose loudest is %f is %s: silence is no fault, nothing at all is', (peak, grade) => {
  expect(gradeSound(peak)).toBe(grade);
});

test.each([
  [2_000_000, 2_000_000, 40, 'good'],
  [20_000_000, 500_000, 40, 'poor'],
  [500_000, 20_000_000, 40, 'poor'],
  [2_000_000, 2_000_000, 600, 'poor'],
  [200_000, 20_000_000, 40, 'bad'],
  [20_000_000, 20_000_000, 1500, 'bad'],
] as const)('a line of %i down, %i up and %i ms is %s: the worse way counts', (downBitsPerSecond, upBitsPerSecond, roundTripMs, grade) => {
  expect(gradeLine({ downBitsPerSecond, upBitsPerSecond, roundTripMs })).toBe(grade);
});

test('poor is told and called with, bad is mended first', () => {
  const poor = { camera: 'poor', microphone: 'poor', light: 'poor', line: 'poor' } as const;
  expect(mayCall(poor)).toBe(true);
  for (const part of ['camera', 'microphone', 'light', 'line'] as const) expect(mayCall({ ...poor, [part]: 'bad' })).toBe(false);
});

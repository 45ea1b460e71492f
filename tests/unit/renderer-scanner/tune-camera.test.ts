/** What a camera is asked for, by what it says it can do. */
import { expect, test } from 'vitest';
import { firstTuning, paceCamera, tuneByAdvice, tuningFor } from '../../../renderer/features/qr-scanner/camera/tune-camera.ts';

const EXPOSURE = { min: -3, max: 3 };

test('asks for what follows the scene by itself, and for nothing a camera has not', () => {
  expect(firstTuning({ focusMode: ['manual', 'continuous'], exposureMode: ['continuous'] })).toEqual({
    focusMode: 'continuous',
    exposureMode: 'continuous',
  });
  expect(firstTuning({ focusMode: ['manual'] })).toEqual({});
});

test('a dim code gets more light step by step, then the lamp, then nothing more', () => {
  const able = { exposureCompensation: EXPOSURE, torch: true };
  expect(tuningFor('brighter', able, {})).toEqual({ exposureCompensation: 1 });
  expect(tuningFor('brighter', able, { exposureCompensation: 2.5 })).toEqual({ exposureCompensation: 3 });
  expect(tuningFor('brighter', able, { exposureCompensation: 3 })).toEqual({ torch: true });
  expect(tuningFor('brighter', able, { exposureCompensation: 3, torch: true })).toBeNull();
});

test('glare puts the lamp out first and then takes light away', () => {
  const able = { exposureCompensation: EXPOSURE, torch: true };
  expect(tuningFor('less-glare', able, { torch: true })).toEqual({ torch: false });
  expect(tuningFor('less-glare', able, { torch: false, exposureCompensation: 0 })).toEqual({ exposureCompensation: -1 });
});

test('no camera brings a phone closer or holds it still', () => {
  for (const advice of ['closer', 'hold-still'] as const) expect(tuningFor(advice, { exposureCompensation: EXPOSURE, torch: true }, {})).toBeNull();
});

test('where nothing moves it films half as often, and keeps what else was asked of it', () => {
  let constraints: MediaTrackConstraints = { width: { ideal: 1920 }, frameRate: { ideal: 30 } };
  const track = {
    getConstraints: () => constraints,
    getCapabilities: () => ({ exposureCompensation: EXPOSURE }),
    getSettings: () => ({ exposureCompensation: 0 }),
    applyConstraints: async (wanted: MediaTrackConstraints) => void (constraints = wanted),
  } as unknown as MediaStreamTrack;
  tuneByAdvice(track, 'brighter');
  paceCamera(track, 'idle');
  expect(constraints).toEqual({ width: { ideal: 1920 }, frameRate: { ideal: 15 }, advanced: [{ exposureCompensation: 1 }] });
  paceCamera(track, 'awake');
  expect(constraints).toEqual({ width: { ideal: 1920 }, frameRate: { ideal: 30 }, advanced: [{ exposureCompensation: 1 }] });
});

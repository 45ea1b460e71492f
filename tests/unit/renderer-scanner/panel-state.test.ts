/** What the panel says, and which camera it films with. */
import { expect, test } from 'vitest';
import { activeCamera, TRAINING_CAMERA } from '../../../renderer/features/qr-scanner/camera/camera-choice.ts';
import { type CameraState, chooseCamera, failureOfCameraError, wantsReopening } from '../../../renderer/features/qr-scanner/camera/camera-state.ts';
import { panelState } from '../../../renderer/features/qr-scanner/panel-state.ts';

const training = (state: 'filming' | 'no-phone' | 'unreachable') => ({ kind: 'training', camera: { state } }) as const;
const failed = (reason: 'denied' | 'none' | 'busy' | 'lost' | 'failed') =>
  ({ kind: 'device', camera: { state: 'failed', reason } }) as const;
const facts = { on: true, handheld: false, paused: false, several: false };

test.each([
  [{ ...facts, on: false, source: failed('lost') }, 'off'],
  [{ ...facts, source: training('filming') }, 'filming'],
  [{ ...facts, handheld: true, source: training('filming') }, 'handheld'],
  [{ ...facts, on: false, handheld: true, source: training('filming') }, 'off'],
  [{ ...facts, several: true, source: training('filming') }, 'several'],
  [{ ...facts, paused: true, several: true, source: training('filming') }, 'paused'],
  [{ ...facts, paused: true, source: failed('lost') }, 'lost'],
  [{ ...facts, source: failed('denied') }, 'denied'],
  [{ ...facts, source: training('no-phone') }, 'noPhone'],
  [{ ...facts, source: training('unreachable') }, 'unreachable'],
] as const)('%o is told as %s', (given, told) => {
  expect(panelState(given)).toBe(told);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
])('%s means %s', (name, reason) => {
  expect(failureOfCameraError(new DOMException('', name))).toBe(reason);
});

test('a camera that is plugged in ends every failure except a refused permission', () => {
  const devices = [{ id: 'built-in', label: '' }];
  expect(wantsReopening({ state: 'failed', reason: 'lost' }, devices, null)).toBe(true);
  expect(wantsReopening({ state: 'failed', reason: 'lost' }, [], null)).toBe(false);
  expect(wantsReopening({ state: 'failed', reason: 'denied' }, devices, null)).toBe(false);
  expect(wantsReopening({ state: 'starting' }, devices, 'built-in')).toBe(false);
});

test('the chosen camera films again once it is back, and no other takes its place', () => {
  const devices = [{ id: 'built-in', label: '' }, { id: 'stand', label: '' }];
  const filming = (deviceId: string): CameraState => {
    const track = { getSettings: () => ({ deviceId }) } as MediaStreamTrack;
    return { state: 'filming', stream: {} as MediaStream, track };
  };
  expect(wantsReopening(filming('built-in'), devices, 'stand')).toBe(true);
  expect(wantsReopening(filming('stand'), devices, 'stand')).toBe(false);
  expect(wantsReopening(filming('built-in'), devices.slice(0, 1), 'stand')).toBe(false);
  expect(wantsReopening(filming('stand'), devices, null)).toBe(false);
});

test('the remembered camera is used while it is plugged in, another one when it is not', () => {
  const devices = [
    { id: 'built-in', label: '' },
    { id: 'stand', label: '' },
  ];
  expect(chooseCamera(devices, 'stand')).toBe('stand');
  expect(chooseCamera(devices, 'unplugged')).toBe('built-in');
  expect(chooseCamera([], 'stand')).toBeNull();
});

test('in training no device films before it was chosen, and outside it there is no training camera', () => {
  expect(activeCamera({ on: true, id: null }, true)).toEqual({ kind: 'training' });
  expect(activeCamera({ on: true, id: 'stand' }, true)).toEqual({ kind: 'device', id: 'stand' });
  expect(activeCamera({ on: true, id: null }, false)).toEqual({ kind: 'device', id: null });
  expect(activeCamera({ on: true, id: TRAINING_CAMERA }, false)).toEqual({ kind: 'device', id: null });
});

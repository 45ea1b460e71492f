/** Which device a call uses, and what is said where there is none: the chosen one, another one, or why not. */
import { describe, expect, test } from 'vitest';
import { deviceInUse, listsOf } from '../../../../renderer/features/video-call/devices/choose-device.ts';
import { mediaProblem } from '../../../../renderer/features/video-call/devices/media-problem.ts';
import { replaceIn } from '../../../../renderer/features/video-call/devices/open-media.ts';

const FRONT = { id: 'front', label: 'Front camera' };
const TABLE = { id: 'table', label: 'Document camera' };

describe('the device in use', () => {
  test.each([
    ['the chosen one while it is plugged in', [FRONT, TABLE], 'table', { id: 'table', chosenIsGone: false }],
    ['the first one where nobody chose', [FRONT, TABLE], null, { id: 'front', chosenIsGone: false }],
    ['the first one where the chosen one is gone, and that is said', [FRONT], 'table', { id: 'front', chosenIsGone: true }],
    ['the chosen one again when it is plugged in again', [TABLE, FRONT], 'table', { id: 'table', chosenIsGone: false }],
    ['none where there is none', [], null, { id: null, chosenIsGone: false }],
  ] as const)('is %s', (_, devices, chosen, wanted) => {
    expect(deviceInUse(devices, chosen)).toStrictEqual(wanted);
  });

  test('is chosen among those of its kind, and among none that the browser does not name yet', () => {
    const known = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId, label: deviceId });
    expect(listsOf([known('videoinput', 'front'), known('audioinput', 'headset'), known('audiooutput', 'headset'), known('videoinput', '')])).toStrictEqual({
      camera: [{ id: 'front', label: 'front' }],
      microphone: [{ id: 'headset', label: 'headset' }],
      speaker: [{ id: 'headset', label: 'headset' }],
    });
  });
});

test.each([
  ['NotAllowedError', ['videoinput', 'audioinput'], 'refused'],
  ['SecurityError', [], 'refused'],
  ['NotFoundError', ['audioinput', 'audiooutput'], 'no-camera'],
  ['NotFoundError', ['videoinput'], 'no-microphone'],
  ['NotFoundError', [], 'no-camera'],
  ['NotReadableError', ['videoinput', 'audioinput'], 'busy'],
] as const)('%s on a machine with %j is %s', (name, kinds, problem) => {
  expect(mediaProblem(new DOMException('', name), kinds)).toBe(problem);
});

describe('another device in a running call', () => {
  const track = (kind: string, enabled = true) => ({ kind, enabled, stopped: false, stop() { this.stopped = true; } });
  const streamOf = (...tracks: ReturnType<typeof track>[]) => {
    const held = [...tracks];
    return {
      held,
      getTracks: () => [...held],
      addTrack: (added: ReturnType<typeof track>) => void held.push(added),
      removeTrack: (gone: ReturnType<typeof track>) => void held.splice(held.indexOf(gone), 1),
    };
  };

  test.each([true, false])('stands in the place of the former one of its kind, which is let go of; whether it is heard (%s) stays', (heard) => {
    const [camera, former, next] = [track('video'), track('audio', heard), track('audio')];
    const stream = streamOf(camera, former);
    replaceIn(stream as unknown as MediaStream, next as unknown as MediaStreamTrack);
    expect(stream.held).toStrictEqual([camera, next]);
    expect([former.stopped, camera.stopped, next.enabled]).toStrictEqual([true, false, heard]);
  });
});

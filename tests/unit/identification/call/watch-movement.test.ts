/** Measured movements of a call: what was asked for is seen, anything else is not, and nobody fails for being slow. */
import { describe, expect, test } from 'vitest';
import { watchMovement } from '../../../../electron/core/identification/call/support/watch-movement.ts';
import type { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import { LIVENESS_RULES as RULES } from './liveness-rules.ts';

const FRAME_MS = 150;
const STRAIGHT = { yaw: 1, pitch: 5 };

/** Frames one after the other, each a change of a face that looks straight. */
function filmed(...poses: readonly { for: number; yaw?: number; pitch?: number; faces?: number }[]): FaceFrame[] {
  const frames = poses.flatMap(({ for: count, yaw = 0, pitch = 0, faces = 1 }) => Array.from({ length: count }, () => ({ yaw: STRAIGHT.yaw + yaw, pitch: STRAIGHT.pitch + pitch, faces })));
  return frames.map((frame, index) => ({ ...frame, atMs: index * FRAME_MS, eyes: 0.3, height: 0.4, offset: 0 }));
}
function watched(movement: Parameters<typeof watchMovement>[0], frames: readonly FaceFrame[]) {
  const watch = watchMovement(movement, RULES);
  for (const frame of frames) watch.see(frame);
  return watch;
}
const stateOf = (...from: Parameters<typeof watched>) => watched(...from).finding().state;
const LOOKS = { for: 10 };

test.each([
  ['turn-left', { yaw: -12 }, 12, 9],
  ['turn-right', { yaw: 12 }, 12, 9],
  ['chin-up', { pitch: -7 }, 7, 5],
  ['chin-down', { pitch: 7 }, 7, 5],
] as const)('%s is seen, with how far it went', (movement, pose, degrees, needed) => {
  expect(watched(movement, filmed(LOOKS, { for: 4, ...pose })).finding()).toStrictEqual({ state: 'seen', degrees, needed });
});

test('less than is needed is not seen, nor is one frame alone', () => {
  expect(watched('turn-left', filmed(LOOKS, { for: 10, yaw: -8 })).finding()).toStrictEqual({ state: 'still', degrees: 8, needed: 9 });
  expect(stateOf('turn-left', filmed(LOOKS, { for: 1, yaw: -12 }, LOOKS))).toBe('still');
});

test('the other way twice is said; the right one after it is seen', () => {
  const wrong = [LOOKS, { for: 4, yaw: 12 }, { for: 4 }, { for: 4, yaw: 12 }];
  expect(stateOf('turn-left', filmed(...wrong))).toBe('another');
  expect(stateOf('turn-left', filmed(...wrong, LOOKS, { for: 4, yaw: -12 }))).toBe('seen');
});

describe('a straight pose is waited for', () => {
  test('who is turned away all the while has none', () => {
    expect(stateOf('turn-left', filmed({ for: 40, yaw: 15 }))).toBe('looking');
  });
  test('and coming back from the other side is no turn', () => {
    expect(stateOf('turn-left', filmed({ for: 20, yaw: 15 }, { for: 40 }))).toBe('still');
    expect(stateOf('turn-left', filmed(LOOKS, { for: 4, yaw: 12 }, { for: 4 }, { for: 20, yaw: 12 }, { for: 40 }))).toBe('another');
  });
});

test('who listens to the operator for half a minute first has failed nothing', () => {
  expect(stateOf('chin-up', filmed({ for: 200 }, { for: 4, pitch: -7 }))).toBe('seen');
});

test('who leaves the picture begins anew, and a second face is told of', () => {
  expect(stateOf('turn-right', filmed(LOOKS, { for: 10, faces: 0 }, LOOKS, { for: 4, yaw: 12 }))).toBe('seen');
  const together = watched('turn-right', filmed(LOOKS, { for: 2, faces: 2 }));
  expect(together.sawSecondPerson()).toBe(true);
  expect(watched('turn-right', filmed(LOOKS)).sawSecondPerson()).toBe(false);
});

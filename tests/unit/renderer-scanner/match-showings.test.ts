/** How the camera's bench tells which text belongs to which showing of a code. */
import { expect, test } from 'vitest';
import { matchShowings } from '../../bench/camera/match-showings.ts';

/** A code for half a second, every one and a third. */
const LASTS = 533;
const SHOWN = [1000, 2333, 3667];

test('each showing has its text, and the time to it', () => {
  expect(matchShowings(SHOWN, [1010, 2400, 3670], LASTS)).toEqual({ waits: [10, 67, 3], missed: [] });
});

test('a beginning that was counted back too late still owns its text', () => {
  expect(matchShowings(SHOWN, [1010, 2320, 3670], LASTS)).toEqual({ waits: [10, 0, 3], missed: [] });
});

test('a text after the end of a showing is not that of this one, nor of two', () => {
  expect(matchShowings(SHOWN, [1010, 1600, 3670], LASTS)).toEqual({ waits: [10, 0, 3], missed: [] });
  expect(matchShowings(SHOWN, [1010, 3670], LASTS)).toEqual({ waits: [10, 3], missed: [2333] });
});

/** The limits of a portrait, one number at a time: at each the last that passes and the first that does not. */
import { describe, expect, it } from 'vitest';
import { judgePhoto } from '../../../electron/core/renewal/judge-photo.ts';
import type { MeasuredFace } from '../../../electron/ports/issuance/portrait-examiner.ts';

const GOOD: MeasuredFace = { height: 0.4, offset: 0.05, light: 150, sideLight: 0.05, roll: 0, nose: 0.5, sharpness: 400 };
const judge = (change: Partial<MeasuredFace>) => judgePhoto({ state: 'one-face', face: { ...GOOD, ...change } });

describe('a portrait', () => {
  it.each<[string, Partial<MeasuredFace>, Partial<MeasuredFace>]>([
    ['come-closer', { height: 0.28 }, { height: 0.27 }],
    ['go-back', { height: 0.75 }, { height: 0.76 }],
    ['to-the-middle', { offset: 0.16 }, { offset: 0.17 }],
    ['too-dark', { light: 70 }, { light: 69 }],
    ['too-bright', { light: 225 }, { light: 226 }],
    ['side-light', { sideLight: 0.4 }, { sideLight: 0.41 }],
    ['look-straight', { nose: 0.4 }, { nose: 0.39 }],
    ['look-straight', { nose: 0.6 }, { nose: 0.61 }],
    ['hold-head-straight', { roll: -8 }, { roll: -9 }],
    ['hold-head-straight', { roll: 8 }, { roll: 9 }],
    ['not-sharp', { sharpness: 30 }, { sharpness: 29 }],
  ])('%s: %o passes, %o does not', (advice, passes, fails) => {
    expect(judge(passes)).toEqual({ state: 'good' });
    expect(judge(fails)).toEqual({ state: 'poor', advice });
  });

  it('needs one face, and is left to the operator where no machine looks', () => {
    expect(judgePhoto({ state: 'no-face' })).toEqual({ state: 'poor', advice: 'no-face' });
    expect(judgePhoto({ state: 'several-faces' })).toEqual({ state: 'poor', advice: 'several-faces' });
    expect(judgePhoto({ state: 'unavailable' })).toEqual({ state: 'unavailable' });
  });
});

/** The gates of photograph and signature sample, each refusal with the twin that passes. */
import { describe, expect, it } from 'vitest';
import { judgePhoto, judgeSignature, type Luma } from '../../../renderer/screens/renewal/judge-picture.ts';

const picture = (width: number, height: number, value: (x: number, y: number) => number): Luma => ({
  width,
  height,
  values: Uint8Array.from({ length: width * height }, (_, at) => value(at % width, Math.floor(at / width))),
});
/** Squares with hard edges, as sharp as a picture can be. */
const checked = (light: number, dark: number) => (x: number, y: number) => ((x >> 4) + (y >> 4)) % 2 === 0 ? light : dark;
/** The same brightness without an edge. */
const soft = (x: number, y: number) => 128 + 60 * Math.sin(x / 60) * Math.cos(y / 60);
/** One stroke across the middle. */
const stroke = (from: number, to: number) => (x: number, y: number) => (y > 45 && y < 52 && x >= from && x < to ? 20 : 235);

describe('a photograph', () => {
  it.each([
    ['good', null, picture(480, 640, checked(180, 90))],
    ['small', 'too-small', picture(479, 640, checked(180, 90))],
    ['lying', 'not-upright', picture(700, 640, checked(180, 90))],
    ['dark', 'too-dark', picture(480, 640, checked(70, 10))],
    ['bright', 'too-bright', picture(480, 640, checked(255, 200))],
    ['without contrast', 'flat', picture(480, 640, checked(140, 120))],
    ['without an edge', 'blurred', picture(480, 640, soft)],
  ])('that is %s is %s', (_, advice, given) => expect(judgePhoto(given)).toBe(advice));
});

describe('a signature sample', () => {
  it.each([
    ['good', null, picture(320, 100, stroke(60, 260))],
    ['small', 'too-small', picture(299, 100, stroke(60, 260))],
    ['an empty sheet', 'no-ink', picture(320, 100, () => 235)],
    ['half black', 'too-much-ink', picture(320, 100, (_, y) => (y > 30 && y < 70 ? 10 : 235))],
    ['cut off', 'cut-off', picture(320, 100, stroke(60, 320))],
    ['taken in the dark', 'too-dark', picture(320, 100, () => 30)],
  ])('that is %s is %s', (_, advice, given) => expect(judgeSignature(given)).toBe(advice));
});

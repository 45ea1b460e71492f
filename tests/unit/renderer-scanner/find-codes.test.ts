/** The decoder behind its interface: what it reads, and that two codes are never taken for one. */
import { expect, test } from 'vitest';
import { ATTEMPTS, type Decoder } from '../../../renderer/features/qr-scanner/decoder.ts';
import { createFilmReader } from '../../../renderer/features/qr-scanner/film-reader.ts';
import { findCodes } from '../../../renderer/features/qr-scanner/find-codes.ts';
import { readStill } from '../../../renderer/features/qr-scanner/still-reader.ts';
import { createZxingDecoder } from '../../../renderer/features/qr-scanner/zxing-decoder.ts';
import { drawScene } from './draw-codes.ts';

const decoder = createZxingDecoder();
const ACCESS = 'https://digital-documents.egov.test/access/q3XbT0';
const textsOf = (codes: { text: string }[]) => codes.map((code) => code.text).toSorted();

test('reads a code and keeps every Kazakh letter', () => {
  const picture = drawScene([{ text: 'Қолжетімділік: әғқңөұүһі', left: 200, top: 120 }]);
  expect(textsOf(findCodes(decoder, picture, 'plain'))).toEqual(['Қолжетімділік: әғқңөұүһі']);
});

test('sees nothing where nothing is, in every way of looking', () => {
  const picture = drawScene([]);
  for (const attempt of ATTEMPTS) {
    expect(findCodes(decoder, picture, attempt)).toEqual([]);
  }
});

test('a light code on dark is read by the inverted look and by no other', () => {
  const picture = drawScene([{ text: ACCESS, left: 200, top: 120 }], { ink: 235, paper: 20 });
  expect(textsOf(findCodes(decoder, picture, 'inverted'))).toEqual([ACCESS]);
  expect(findCodes(decoder, picture, 'plain')).toEqual([]);
});

test('what a film is shown is read within a round, whatever the data happen to look like', () => {
  // The library alone misses about one of ten (a fourth finder mark among the data); 60 tokens meet that often enough.
  for (let token = 0; token < 60; token += 1) {
    const text = `${ACCESS}${(token * 7_919_317).toString(36).padStart(26, 'kz')}`;
    const picture = drawScene([{ text, left: 200, top: 120 }]);
    const reader = createFilmReader(decoder);
    const decisions = Array.from({ length: 12 }, (_, frame) => reader.look(picture, frame * 33));
    expect(decisions).toContainEqual({ kind: 'take', text });
  }
});

test('a code read from a turned copy is placed where it is in the picture', () => {
  const picture = drawScene([{ text: ACCESS, left: 340, top: 200 }]);
  const straight = decoder.decode(picture, 'plain')!.box;
  const turned = decoder.decode(picture, 'turned')!.box;
  for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(Math.abs(straight[side] - turned[side])).toBeLessThan(12);
});

test.each([
  ['beside each other', { left: 360, top: 40 }],
  ['one under the other', { left: 60, top: 260 }],
  ['apart across the picture', { left: 420, top: 270 }],
])('two codes %s are told as two', (_where, place) => {
  const picture = drawScene([{ text: ACCESS, left: 40, top: 30 }, { text: 'another code', ...place }]);
  expect(readStill(decoder, picture)).toEqual({ kind: 'several' });
});

test('of two codes beside each other never one alone is taken, whatever their data look like', () => {
  for (let token = 0; token < 40; token += 1) {
    const textOf = (side: string) => `${ACCESS}${side}${(token * 7_919_317).toString(36).padStart(20, 'kz')}`;
    const picture = drawScene([{ text: textOf('L'), left: 30, top: 120 }, { text: textOf('R'), left: 360, top: 120 }]);
    for (const attempt of ATTEMPTS) expect(findCodes(decoder, picture, attempt)).not.toHaveLength(1);
  }
});

test('the same code twice is one code', () => {
  const picture = drawScene([{ text: ACCESS, left: 40, top: 30 }, { text: ACCESS, left: 380, top: 30 }]);
  expect(readStill(decoder, picture)).toEqual({ kind: 'code', text: ACCESS });
});

test('two codes that hide each other from a whole look are found by halves', () => {
  const whole = 640 * 480;
  const blindToWhole: Decoder = {
    decode: (picture, attempt) => (picture.width * picture.height === whole ? null : decoder.decode(picture, attempt)),
  };
  const picture = drawScene([{ text: ACCESS, left: 40, top: 150 }, { text: 'another code', left: 380, top: 150 }]);
  expect(textsOf(findCodes(blindToWhole, picture, 'thorough'))).toEqual(['another code', ACCESS]);
});

test('does not look beside a code that is already known', () => {
  let looks = 0;
  const counting: Decoder = {
    decode(picture, attempt) {
      looks += 1;
      return decoder.decode(picture, attempt);
    },
  };
  const picture = drawScene([{ text: ACCESS, left: 200, top: 120 }]);
  findCodes(counting, picture, 'plain', ACCESS);
  expect(looks).toBe(1);
  findCodes(counting, picture, 'plain', 'something else');
  expect(looks).toBeGreaterThan(2);
});

test('a still picture too large for the code is read from a smaller copy', () => {
  const picture = drawScene([{ text: ACCESS, left: 400, top: 300, scale: 40 }], { width: 2000, height: 1900 });
  expect(readStill(decoder, picture)).toEqual({ kind: 'code', text: ACCESS });
});

test('a still picture without a code says so', () => {
  expect(readStill(decoder, drawScene([]))).toEqual({ kind: 'without-code' });
});

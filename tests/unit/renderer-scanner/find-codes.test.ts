/** The reader for machines without WebAssembly: what it reads, and that two codes are never taken for one. */
import { expect, test } from 'vitest';
import { createBrowserReader } from '../../../renderer/features/qr-scanner/reading/script/browser-reader.ts';
import { findCodes } from '../../../renderer/features/qr-scanner/reading/script/find-codes.ts';
import { createScriptDecoder } from '../../../renderer/features/qr-scanner/reading/script/script-decoder.ts';
import type { Attempt, SingleReader } from '../../../renderer/features/qr-scanner/reading/script/single-reader.ts';
import { drawScene } from './draw-codes.ts';

const ATTEMPTS: readonly Attempt[] = ['plain', 'turned', 'turned-far', 'inverted', 'thorough', 'level-light', 'linear'];
const reader = createBrowserReader();
const ACCESS = 'https://digital-documents.egov.test/access/q3XbT0';
const textsOf = (codes: readonly { text: string }[]) => codes.map((code) => code.text).toSorted();

test('reads a code and keeps every Kazakh letter', () => {
  const picture = drawScene([{ text: 'Қолжетімділік: әғқңөұүһі', left: 200, top: 120 }]);
  expect(textsOf(findCodes(reader, picture, 'plain'))).toEqual(['Қолжетімділік: әғқңөұүһі']);
});

test('sees nothing where nothing is, in every way of looking', () => {
  const picture = drawScene([]);
  for (const attempt of ATTEMPTS) {
    expect(findCodes(reader, picture, attempt)).toEqual([]);
  }
});

test('a light code on dark is read by the inverted look and by no other', () => {
  const picture = drawScene([{ text: ACCESS, left: 200, top: 120 }], { ink: 235, paper: 20 });
  expect(textsOf(findCodes(reader, picture, 'inverted'))).toEqual([ACCESS]);
  expect(findCodes(reader, picture, 'plain')).toEqual([]);
});

test('a look reads whatever the data happen to look like', () => {
  // The library alone misses about one of ten (a fourth finder mark among the data); 60 tokens meet that often enough.
  const decoder = createScriptDecoder();
  for (let token = 0; token < 60; token += 1) {
    const text = `${ACCESS}${(token * 7_919_317).toString(36).padStart(26, 'kz')}`;
    const picture = drawScene([{ text, left: 200, top: 120 }]);
    expect(textsOf(decoder.read(picture, 'denoised', null).codes)).toEqual([text]);
  }
});

test('a code read from a turned copy is placed where it is in the picture', () => {
  const picture = drawScene([{ text: ACCESS, left: 340, top: 200 }]);
  const straight = reader.decode(picture, 'plain')!.box;
  const turned = reader.decode(picture, 'turned')!.box;
  for (const side of ['left', 'top', 'right', 'bottom'] as const) expect(Math.abs(straight[side] - turned[side])).toBeLessThan(12);
});

test('of two codes beside each other never one alone is taken, whatever their data look like', () => {
  for (let token = 0; token < 40; token += 1) {
    const textOf = (side: string) => `${ACCESS}${side}${(token * 7_919_317).toString(36).padStart(20, 'kz')}`;
    const picture = drawScene([{ text: textOf('L'), left: 30, top: 120 }, { text: textOf('R'), left: 360, top: 120 }]);
    for (const attempt of ATTEMPTS) expect(findCodes(reader, picture, attempt)).not.toHaveLength(1);
  }
});

test('two codes that hide each other from a whole look are found by halves', () => {
  const whole = 640 * 480;
  const blindToWhole: SingleReader = {
    decode: (picture, attempt) => (picture.width * picture.height === whole ? null : reader.decode(picture, attempt)),
  };
  const picture = drawScene([{ text: ACCESS, left: 40, top: 150 }, { text: 'another code', left: 380, top: 150 }]);
  expect(textsOf(findCodes(blindToWhole, picture, 'thorough'))).toEqual(['another code', ACCESS]);
});

test('does not look beside a code that is already known', () => {
  let looks = 0;
  const counting: SingleReader = {
    decode(picture, attempt) {
      looks += 1;
      return reader.decode(picture, attempt);
    },
  };
  const picture = drawScene([{ text: ACCESS, left: 200, top: 120 }]);
  findCodes(counting, picture, 'plain', ACCESS);
  expect(looks).toBe(1);
  findCodes(counting, picture, 'plain', 'something else');
  expect(looks).toBeGreaterThan(2);
});

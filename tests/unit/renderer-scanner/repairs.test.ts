/** The repairs of the ladder: each makes readable what it is for, and what is found is placed where it is in the original. */
import { expect, test } from 'vitest';
import { createAttention } from '../../../renderer/features/qr-scanner/reading/attention.ts';
import { createClimb } from '../../../renderer/features/qr-scanner/reading/climb.ts';
import { type Decoder, type GreyPicture, NOTHING } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createFilmReader } from '../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { createPace } from '../../../renderer/features/qr-scanner/reading/pace.ts';
import { localMean } from '../../../renderer/features/qr-scanner/reading/repair/local-mean.ts';
import { readRung, RUNGS } from '../../../renderer/features/qr-scanner/reading/rungs.ts';
import { wasmDecoder } from './decoders.ts';
import { drawScene } from './draw-codes.ts';

const TEXT = 'https://digital-documents.egov.test/access/q3XbT0';
const scene = drawScene([{ text: TEXT, left: 200, top: 120 }]);
const changed = ({ width, height, luma }: GreyPicture, light: (before: number, x: number, y: number) => number): GreyPicture => ({
  width,
  height,
  luma: luma.map((before, index) => light(before, index % width, Math.floor(index / width))),
});
const rung = (name: string) => RUNGS.find((candidate) => candidate.name === name)!;
const textsBy = (name: string, picture: GreyPicture) => readRung(wasmDecoder, rung(name), picture, null).codes.map(({ text }) => text);

test.each(RUNGS.filter(({ look }) => look !== 'linear'))('$name still reads a good code, and says where it is', ({ name }) => {
  const plain = wasmDecoder.read(scene, 'plain', null).codes[0]!.box;
  const [code] = readRung(wasmDecoder, rung(name), scene, null).codes;
  expect(code?.text).toBe(TEXT);
  // The box around a turned symbol is turned back as a box, and grows with both turns.
  for (const side of ['left', 'top'] as const) expect(Math.abs(code!.box[side] - plain[side])).toBeLessThan(name === 'turned' ? 90 : 8);
});

test('a code of three grey levels in the dark is read once it is lightened', () => {
  const dark = changed(scene, (before) => (before < 128 ? 2 : 8));
  expect(textsBy('as-it-is', dark)).toEqual([]);
  expect(textsBy('dark-and-soft', dark)).toEqual([TEXT]);
});

test.each([
  ['sharpened', { scale: 4, reach: 2, ink: 20, paper: 235 }],
  ['dark-and-soft', { scale: 5, reach: 3, ink: 10, paper: 40 }],
])('out of focus a code is read once it is %s, and by no other repair', (name, { scale, reach, ink, paper }) => {
  const blurOf = (picture: GreyPicture): GreyPicture => ({ ...picture, luma: localMean(picture, reach) });
  const blurred = blurOf(blurOf(drawScene([{ text: TEXT, left: 40, top: 40, scale }], { width: 300, height: 300, ink, paper })));
  expect(RUNGS.filter(({ look }) => look !== 'linear').flatMap((other) => (textsBy(other.name, blurred).includes(TEXT) ? [other.name] : []))).toEqual([name]);
});

test('a mean is that of the pixels around, also at the edges', () => {
  const picture = { width: 5, height: 4, luma: Uint8ClampedArray.from({ length: 20 }, (_, index) => (index * 37) % 251) };
  const means = localMean(picture, 1);
  for (let y = 0; y < 4; y += 1) {
    for (let x = 0; x < 5; x += 1) {
      const around = [];
      for (let v = Math.max(0, y - 1); v <= Math.min(3, y + 1); v += 1) {
        for (let u = Math.max(0, x - 1); u <= Math.min(4, x + 1); u += 1) around.push(picture.luma[v * 5 + u]!);
      }
      expect(Math.abs(means[y * 5 + x]! - around.reduce((sum, level) => sum + level, 0) / around.length)).toBeLessThanOrEqual(1);
    }
  }
});

test('a still scene is looked at now and then, one that changes at once', () => {
  const attention = createAttention();
  const empty = drawScene([]);
  const worths = (from: number, picture: GreyPicture) => Array.from({ length: 30 }, (_, frame) => attention.wants(picture, from + frame * 33));
  expect(worths(0, empty)).toEqual(Array.from({ length: 30 }, () => 'effort'));
  expect(worths(10_000, empty).filter((worth) => worth !== 'nothing')).toEqual(['glance', 'glance', 'glance']);
  expect(attention.idle(11_000)).toBe(false);
  expect(attention.idle(30_000)).toBe(true);
  expect(attention.wants(scene, 30_000)).toBe('effort');
  expect(attention.idle(30_000)).toBe(false);
});

test('a code that lies before the camera keeps the scanner awake for a while, not all day', () => {
  const attention = createAttention();
  const awakeAt = (at: number) => {
    const worth = attention.wants(scene, at);
    attention.stir(at);
    return worth === 'effort';
  };
  const seconds = Array.from({ length: 30 }, (_, second) => awakeAt(second * 1000));
  expect(seconds.slice(0, 11)).not.toContain(false);
  expect(seconds.slice(11)).not.toContain(true);
});

/** Of which something before it hides more than can be corrected, of every frame other modules. */
const covered = (frame: number, by: (x: number, y: number) => number, shown = scene) =>
  changed(shown, (before, x, y) => ((x - 298 - 50 * Math.sin(frame * 0.7)) ** 2 + (y - 218 - 45 * Math.cos(frame * 0.9)) ** 2 < 45 ** 2 ? by(x, y) : before));
const finger = () => 120;
/** Light and dark in wide stripes: no module of it looks unsure. */
const stripes = (x: number) => ((x >> 4) % 2 === 0 ? 20 : 235);

const readAlone = (picture: GreyPicture) => RUNGS.some(({ name, look }) => look !== 'linear' && textsBy(name, picture).includes(TEXT));

test('what a finger hides is not trusted, and what is left is enough', () => {
  const frames = [0, 1, 2, 3].map((frame) => covered(frame, finger));
  for (const frame of frames) expect(wasmDecoder.read(frame, 'denoised', null).codes).toEqual([]);
  expect(frames.some(readAlone)).toBe(true);
});

test.each([
  ['dark on light', scene, 6],
  // Looked for on every other frame.
  ['light on dark', changed(scene, (before) => 255 - before), 12],
])('what no frame shows whole is read from several together, %s', (_, shown, count) => {
  const frames = Array.from({ length: count }, (__, frame) => covered(frame, stripes, shown)).filter((frame) => !readAlone(frame));
  const film = createFilmReader(wasmDecoder, () => true, () => 0);
  const taken = frames.flatMap((frame, number) => {
    const { decision } = film.look(frame, number * 33);
    return decision.kind === 'take' ? [decision.text] : [];
  });
  expect(taken).toEqual([TEXT]);
});

test('where a symbol was seen every repair has its turn within a frame, over the whole picture one', () => {
  const tried: number[] = [];
  const decoder: Decoder = {
    read(picture) {
      tried.push(picture.width);
      return NOTHING;
    },
  };
  const climb = createClimb(decoder, createPace(() => 0));
  expect(climb(scene, { left: 200, top: 120, right: 400, bottom: 320 }, null, RUNGS.length)).toEqual([]);
  expect(tried).toHaveLength(RUNGS.length);
  expect(Math.max(...tried)).toBeLessThan(scene.width);
  climb(scene, null, null, 1);
  expect(tried.slice(RUNGS.length)).toEqual([scene.width]);
});

test('a step that no longer fits into the frame waits, and is tried now and then', () => {
  let now = 0;
  const pace = createPace(() => now);
  pace.begin();
  pace.timed('slow', scene, () => void (now += 40));
  expect(pace.tooLarge('slow', scene)).toBe(true);
  pace.begin();
  expect(Array.from({ length: 6 }, () => pace.allows('slow', scene))).toEqual([false, false, true, false, false, true]);
  pace.timed('quick', scene, () => void (now += 2));
  pace.begin();
  expect(pace.allows('quick', scene)).toBe(true);
});

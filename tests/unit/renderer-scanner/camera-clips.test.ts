/** The clips of the camera's bench, replayed through the film's reading on machines of several speeds: no showing of a code is missed. */
import { expect, test } from 'vitest';
import { CLIP_KINDS, clipFrame, CODE_FRAMES, FRAME, frameOfCode } from '../../bench/camera/clip.ts';
import type { Decoder } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createFilmReader } from '../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { wasmDecoder } from './decoders.ts';

const FRAME_MS = 1000 / 30;
/** As measured on two processors without a GPU (docs/scanning.md), milliseconds of a 720p picture. */
const COST = { plain: 5, inverted: 7, denoised: 12, linear: 4 };

/** A decoder on a machine so many times slower, whose time the test sets. */
function slowed(times: number): { decoder: Decoder; clock: { now: number } } {
  const clock = { now: 0 };
  const decoder: Decoder = {
    read(picture, look, known) {
      clock.now += (times * COST[look] * picture.luma.length) / (FRAME.width * FRAME.height);
      return wasmDecoder.read(picture, look, known);
    },
  };
  return { decoder, clock };
}

/** @param first frame of the showing that reaches the film @returns frames from that to the one the code was taken of; null where it was missed */
function takenAfter(kind: (typeof CLIP_KINDS)[number], times: number, from: number, first = 0): number | null {
  const { decoder, clock } = slowed(times);
  const film = createFilmReader(decoder, () => true, () => clock.now);
  // What reading costs was learned while nobody was there; the phase decides which look meets the first frame.
  for (let before = 0; before < from; before += 1) film.look({ ...FRAME, luma: new Uint8ClampedArray(clipFrame(kind, before)) }, before * FRAME_MS);
  clock.now = from * FRAME_MS;
  for (let at = first; at < CODE_FRAMES; at = Math.max(at + 1, Math.floor(clock.now / FRAME_MS) - from)) {
    clock.now = Math.max(clock.now, (from + at) * FRAME_MS);
    const picture = { ...FRAME, luma: new Uint8ClampedArray(clipFrame(kind, frameOfCode(0, at))) };
    if (film.look(picture, (from + at) * FRAME_MS).decision.kind === 'take') return at - first;
  }
  return null;
}

test.each(CLIP_KINDS)('%s is taken within two frames, whatever the frame it comes in at', (kind) => {
  for (const from of [1, 2]) expect(takenAfter(kind, 1, from)).toBeLessThanOrEqual(2);
});

test.each(['moire', 'cover'] as const)('%s is taken on a machine six times slower', (kind) => {
  for (const from of [1, 2]) expect(takenAfter(kind, 6, from)).not.toBeNull();
});

// Most frames of this clip hide a mark of the symbol, so that no decoder finds it in them.
test.each([1, 2, 3, 4, 5])('what slides over a code is seen through although the film begins with the frame of number %i', (first) => {
  expect(takenAfter('sliding', 1, 1, first)).toBeLessThanOrEqual(4);
});

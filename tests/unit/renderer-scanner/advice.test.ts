/** What the person with the phone is told: the one thing that would help, of a code that stays unread. */
import { expect, test } from 'vitest';
import { adviceFor } from '../../../renderer/features/qr-scanner/reading/advice.ts';
import type { Decoder, GreyPicture } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { createFilmReader } from '../../../renderer/features/qr-scanner/reading/film-reader.ts';
import { drawScene } from './draw-codes.ts';

const TEXT = 'https://digital-documents.egov.test/access/q3XbT0';
const BOX = { left: 206, top: 126, right: 380, bottom: 300 };
const scene = drawScene([{ text: TEXT, left: 200, top: 120 }]);
const changed = (light: (before: number, x: number, y: number) => number): GreyPicture => ({
  ...scene,
  luma: scene.luma.map((before, index) => light(before, index % scene.width, Math.floor(index / scene.width))),
});

test('small is brought closer, burnt out is tilted, faint is made brighter, the rest is held still', () => {
  expect(adviceFor(scene, { left: 200, top: 120, right: 260, bottom: 180 })).toBe('closer');
  expect(adviceFor(changed((before, x, y) => (x > 290 && y > 200 ? 255 : before)), BOX)).toBe('less-glare');
  expect(adviceFor(changed((before) => 40 + before / 12), BOX)).toBe('brighter');
  expect(adviceFor(scene, BOX)).toBe('hold-still');
});

test('a code is given half a second to be read; one that went, or was read, is not spoken of', () => {
  let view: 'unread' | 'read' | 'nothing' = 'unread';
  const decoder: Decoder = {
    read: () => ({
      codes: view === 'read' ? [{ text: TEXT, symbology: 'qr', box: BOX }] : [],
      unread: view === 'unread' ? [{ box: BOX, sampling: null }] : [],
    }),
  };
  const film = createFilmReader(decoder, () => true, () => 0);
  const adviceAt = (at: number) => film.look(scene, at).advice;
  expect([adviceAt(0), adviceAt(300), adviceAt(490)]).toEqual([null, null, null]);
  expect(adviceAt(510)).toBe('hold-still');
  view = 'nothing';
  expect(adviceAt(540)).toBeNull();
  view = 'unread';
  expect([adviceAt(570), adviceAt(1050)]).toEqual([null, null]);
  expect(adviceAt(1080)).toBe('hold-still');
  view = 'read';
  expect(adviceAt(1110)).toBeNull();
});

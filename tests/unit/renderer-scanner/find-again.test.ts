/** A symbol whose mark is hidden is found where it was a moment ago, and only where it still is. */
import { expect, test } from 'vitest';
import { findAgain } from '../../../renderer/features/qr-scanner/reading/recover/find-again.ts';
import { readRung, RUNGS } from '../../../renderer/features/qr-scanner/reading/rungs.ts';
import { wasmDecoder } from './decoders.ts';
import { drawScene } from './draw-codes.ts';

const TEXT = 'https://digital-documents.egov.test/access/q3XbT0';
const at = (left: number, top: number) => drawScene([{ text: TEXT, left, top, scale: 6 }]);
/** A hand that hides one mark of the symbol at 200, 120. */
const hidden = (picture: ReturnType<typeof at>, moved = 0) => ({
  ...picture,
  luma: picture.luma.map((light, index) => {
    const [x, y] = [index % picture.width, Math.floor(index / picture.width)];
    return (x - 240 - moved) ** 2 + (y - 160) ** 2 < 60 ** 2 ? 120 : light;
  }),
});

/** As the decoder places it while something hides too much of its middle. */
function unreadSymbol() {
  const scene = at(200, 120);
  const [symbol] = wasmDecoder.read({ ...scene, luma: scene.luma.map((light, index) => (Math.hypot((index % scene.width) - 310, Math.floor(index / scene.width) - 230) < 55 ? 120 : light)) }, 'plain', null).unread;
  return symbol!.sampling!;
}

test('a decoder finds no symbol of which a mark is hidden', () => {
  const picture = hidden(at(200, 120));
  expect(RUNGS.flatMap((rung) => readRung(wasmDecoder, rung, picture, null).codes)).toEqual([]);
});

test.each([0, 6, -9, 12])('it is found again where it was, or %i pixels beside', (moved) => {
  const { corners, side } = unreadSymbol();
  const found = findAgain(hidden(at(200 + moved, 120 - moved), moved), { corners, side });
  expect(found?.place.side).toBe(side);
  for (const [index, { x, y }] of found!.place.corners.entries()) {
    // Half a step in which its place is looked for, and the pixel to which the decoder rounds.
    expect(Math.abs(x - corners[index]!.x - moved)).toBeLessThan(4);
    expect(Math.abs(y - corners[index]!.y + moved)).toBeLessThan(4);
  }
});

test.each([
  ['nothing', drawScene([])],
  ['the symbol itself, too far away', at(320, 200)],
  ['a symbol of another size', drawScene([{ text: `${TEXT}${TEXT}`, left: 200, top: 120, scale: 6 }])],
])('where there is %s none is found', (_, picture) => {
  expect(findAgain(picture, unreadSymbol())).toBeNull();
});

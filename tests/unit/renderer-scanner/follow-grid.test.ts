/** Symbols on things that are not flat: the grid follows them, and what a flat grid misses is read. */
import { encodeQR } from 'qr';
import { describe, expect, test } from 'vitest';
import type { GreyPicture } from '../../../renderer/features/qr-scanner/reading/decoder.ts';
import { fixedModules } from '../../../renderer/features/qr-scanner/reading/recover/fixed-modules.ts';
import { followGrid } from '../../../renderer/features/qr-scanner/reading/recover/follow-grid.ts';
import { flatGrid } from '../../../renderer/features/qr-scanner/reading/recover/module-grid.ts';
import { readUnsure } from '../../../renderer/features/qr-scanner/reading/recover/read-unsure.ts';
import { recoverSymbol } from '../../../renderer/features/qr-scanner/reading/recover/recover-symbol.ts';
import { seeModules, sureModules } from '../../../renderer/features/qr-scanner/reading/recover/see-modules.ts';
import { wasmDecoder } from './decoders.ts';

const TEXT = 'https://digital-documents.egov.test/access/q3XbT0';
const PIXELS = 8;
const MARGIN = 60;

/** @param bend by how many modules the middle of the symbol bulges to the right and down */
function bulging(text: string, bend: number): { picture: GreyPicture; side: number; corners: Parameters<typeof flatGrid>[0]['corners'] } {
  const modules = encodeQR(text, 'raw', { border: 1 }).slice(1, -1).map((row) => row.slice(1, -1));
  const side = modules.length;
  const size = side * PIXELS + 2 * MARGIN;
  const luma = Uint8ClampedArray.from({ length: size * size }, (_, pixel) => {
    const [x, y] = [((pixel % size) - MARGIN) / PIXELS, (Math.floor(pixel / size) - MARGIN) / PIXELS];
    const bulge = (along: number) => bend * Math.max(0, 1 - (2 * along / side - 1) ** 2);
    return modules[Math.floor(y - bulge(x))]?.[Math.floor(x - bulge(y))] ? 30 : 220;
  });
  const [from, to] = [MARGIN, MARGIN + side * PIXELS];
  const corners = [{ x: from, y: from }, { x: to, y: from }, { x: to, y: to }, { x: from, y: to }] as const;
  return { picture: { width: size, height: size, luma }, side, corners };
}

describe.each([0, 0.6, 1])('a symbol that bulges by %d modules', (bend) => {
  const { picture, side, corners } = bulging(TEXT, bend);
  const flat = flatGrid({ side, corners });

  test('is read by a grid that follows it', () => {
    const unread = [{ box: { left: 0, top: 0, right: 1, bottom: 1 }, sampling: { side, corners, ink: new Uint8Array(side * side) } }];
    expect(readUnsure(wasmDecoder, picture, unread, null).map(({ text }) => text)).toEqual([TEXT]);
  });

  test('is read by a flat grid only where it is flat', () => {
    const [byLightAround] = sureModules(seeModules(picture, flat));
    expect(recoverSymbol(byLightAround, side) !== null).toBe(bend === 0);
  });
});

test('where there is no symbol no grid fits', () => {
  const { picture, side, corners } = bulging(TEXT, 0);
  const noise = { ...picture, luma: picture.luma.map((_, pixel) => (Math.imul(pixel + 1, 2_654_435_761) >>> 24)) };
  expect(followGrid(picture, flatGrid({ side, corners }))).not.toBeNull();
  expect(followGrid(noise, flatGrid({ side, corners }))).toBeNull();
});

test.each([1, 2, 6, 7, 14, 25, 40])('version %d: what is fixed is the same in symbols of different texts, levels and masks', (version) => {
  const drawn = ([['0', 'low', 0], ['hello', 'high', 5]] as const).map(([text, ecc, mask]) => encodeQR(text, 'raw', { version, ecc, mask, border: 1 }));
  const side = 17 + 4 * version;
  const fixed = fixedModules(side);
  for (const rows of drawn) {
    const wrong = fixed.filter((colour, module) => colour !== 0 && (colour > 0) !== rows[Math.floor(module / side) + 1]![(module % side) + 1]);
    expect(wrong).toHaveLength(0);
  }
  // Three marks with their separators, two lines between them.
  expect(fixed.filter((colour) => colour !== 0).length).toBeGreaterThanOrEqual(3 * 64 + 2 * (side - 16));
});

/** One line of a card as black print on white, twice its size: what a general reader of text reads best. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';
import type { Place } from './card-layout.ts';

const MARGIN = 12;
/** Ink of this darkness is drawn black; paler prints of the background are left out. */
const [PALE, DARK] = [0.22, 0.5];

export function linePicture(ink: GreyPatch, { left, top, width, height }: Place): { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> } {
  const [across, down] = [width * 2 + 2 * MARGIN, height * 2 + 2 * MARGIN];
  const data = new Uint8ClampedArray(across * down * 4).fill(255);
  const at = (x: number, y: number): number => ink.grey[Math.min(ink.height - 1, y) * ink.width + Math.min(ink.width - 1, x)]!;
  for (let y = 0; y < height * 2; y += 1) {
    for (let x = 0; x < width * 2; x += 1) {
      const [column, row] = [left + (x >> 1), top + (y >> 1)];
      const [fx, fy] = [(x & 1) / 2, (y & 1) / 2];
      const value = (at(column, row) * (1 - fx) + at(column + 1, row) * fx) * (1 - fy) + (at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx) * fy;
      const shade = 255 * (1 - Math.min(1, Math.max(0, (value - PALE) / (DARK - PALE))));
      data.fill(shade, ((y + MARGIN) * across + x + MARGIN) * 4, ((y + MARGIN) * across + x + MARGIN) * 4 + 3);
    }
  }
  return { width: across, height: down, data };
}

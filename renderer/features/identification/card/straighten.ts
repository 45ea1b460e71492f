/** Looks at a card from straight above: the inside of four corners as a picture of fixed size. */
import type { RgbaPicture } from '../../../../shared/util/measure-picture.ts';
import type { Quad } from './card-shot.ts';

/** Twelve points a millimetre, so that the capitals of a machine-readable zone are some thirty points high. */
export const CARD_WIDTH = 1028;
export const CARD_HEIGHT = 648;

export interface StraightCard {
  width: typeof CARD_WIDTH;
  height: typeof CARD_HEIGHT;
  /** RGBA, row by row. */
  data: Uint8ClampedArray<ArrayBuffer>;
}

export function straighten({ width, height, data }: RgbaPicture, quad: Quad): StraightCard {
  const place = projection(quad);
  const out = new Uint8ClampedArray(CARD_WIDTH * CARD_HEIGHT * 4);
  for (let y = 0; y < CARD_HEIGHT; y += 1) {
    for (let x = 0; x < CARD_WIDTH; x += 1) {
      const [u, v] = place((x + 0.5) / CARD_WIDTH, (y + 0.5) / CARD_HEIGHT);
      const [left, top] = [Math.min(width - 2, Math.max(0, Math.floor(u - 0.5))), Math.min(height - 2, Math.max(0, Math.floor(v - 0.5)))];
      const [fx, fy] = [Math.min(1, Math.max(0, u - 0.5 - left)), Math.min(1, Math.max(0, v - 0.5 - top))];
      const at = (top * width + left) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = data[at + channel]! * (1 - fx) + data[at + 4 + channel]! * fx;
        const lower = data[at + width * 4 + channel]! * (1 - fx) + data[at + width * 4 + 4 + channel]! * fx;
        out[(y * CARD_WIDTH + x) * 4 + channel] = upper * (1 - fy) + lower * fy;
      }
      out[(y * CARD_WIDTH + x) * 4 + 3] = 255;
    }
  }
  return { width: CARD_WIDTH, height: CARD_HEIGHT, data: out };
}

/** The projective map of the unit square onto a quadrilateral (Heckbert, Fundamentals of Texture Mapping, 1989, section 2.2.3). */
function projection([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad): (u: number, v: number) => readonly [number, number] {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3];
  return (u, v) => {
    const w = g * u + h * v + 1;
    return [(a * u + b * v + x0) / w, (d * u + e * v + y0) / w];
  };
}

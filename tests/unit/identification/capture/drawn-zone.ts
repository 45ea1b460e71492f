/** A machine-readable zone drawn with the reader's own glyphs onto a plain card, with as much blur, noise, tilt and shade as asked for. */
import { createSeededRandom } from '../../../../electron/stand/population/seeded-random.ts';
import drawn from '../../../../renderer/features/identification/mrz/ocr-b.json' with { type: 'json' };
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';

const [WIDTH, HEIGHT] = [1028, 648];
const GLYPHS = drawn.glyphs as Readonly<Record<string, string>>;

export interface Wear {
  /** Height of the capitals and distances, in points. */
  capital: number;
  pitch: number;
  spacing: number;
  /** Down over the whole width. */
  tilt: number;
  noise: number;
  /** Rounds of a mean over 3 × 3. */
  blur: number;
}
export const USUAL: Wear = { capital: 30, pitch: 30.6, spacing: 51, tilt: 0, noise: 0, blur: 0 };

export function drawZone(lines: readonly string[], wear: Wear = USUAL): GreyPatch {
  const random = createSeededRandom(7);
  let grey = new Float32Array(WIDTH * HEIGHT);
  // Darker towards one corner, as light from a window makes it.
  for (let at = 0; at < grey.length; at += 1) grey[at] = 215 - ((at % WIDTH) / WIDTH) * 40;
  const step = wear.capital / 16;
  for (const [line, text] of lines.entries()) {
    for (const [index, letter] of [...text].entries()) {
      const x = 70 + index * wear.pitch;
      const y = 510 + (line - 1) * wear.spacing + (x / WIDTH - 0.5) * wear.tilt;
      stamp(grey, GLYPHS[letter]!, x, y, step);
    }
  }
  for (let round = 0; round < wear.blur; round += 1) grey = blurred(grey);
  for (let at = 0; at < grey.length; at += 1) grey[at]! += (random.unit() + random.unit() - 1) * wear.noise;
  return { width: WIDTH, height: HEIGHT, grey };
}

function stamp(grey: Float32Array, glyph: string, x: number, y: number, step: number): void {
  for (let row = -12 * step; row < 12 * step; row += 1) {
    for (let column = -8 * step; column < 8 * step; column += 1) {
      const [u, v] = [Math.floor(column / step + 8), Math.floor(row / step + 12)];
      const ink = Number.parseInt(glyph[Math.min(23, v) * 16 + Math.min(15, u)]!, 16) / 15;
      const at = Math.round(y + row) * WIDTH + Math.round(x + column);
      grey[at] = Math.min(grey[at]!, 215 - ink * 170);
    }
  }
}

function blurred(grey: Float32Array): Float32Array<ArrayBuffer> {
  const soft = Float32Array.from(grey);
  for (let y = 1; y < HEIGHT - 1; y += 1) {
    for (let x = 1; x < WIDTH - 1; x += 1) {
      let sum = 0;
      for (const at of [-WIDTH - 1, -WIDTH, -WIDTH + 1, -1, 0, 1, WIDTH - 1, WIDTH, WIDTH + 1]) sum += grey[y * WIDTH + x + at]!;
      soft[y * WIDTH + x] = sum / 9;
    }
  }
  return soft;
}

/** Portraits of the synthetic people: flat cartoons that nobody can take for a photograph. */
import { encode } from 'fast-png';
import type { StandPerson } from '../population/person.ts';
import { createCanvas, type Colour } from './canvas.ts';
import { looksOf } from './looks.ts';
import { paintPortrait } from './portrait.ts';
import { paintDiagonalBars, paintTestBand } from './test-mark.ts';

const TURQUOISE: Colour = [64, 190, 190];
/** Width to height, as the portraits of identity cards. */
const ASPECT = 4 / 5;
const UNITS = 320;

/**
 * The portrait as PNG bytes, the same for the same person; some tens of milliseconds, so callers keep what they need again.
 * @param width in pixels; the height is five fourths of it.
 */
export function drawFace(person: Pick<StandPerson, 'iin' | 'sex' | 'birthDate'>, width = UNITS): Uint8Array {
  const scale = width / UNITS;
  const canvas = createCanvas(width, Math.round(width / ASPECT), TURQUOISE);
  paintPortrait(canvas, looksOf(person), scale);
  paintDiagonalBars(canvas, scale);
  paintTestBand(canvas, scale);
  return encode({ width: canvas.width, height: canvas.height, data: canvas.pixels, channels: 3, depth: 8 });
}

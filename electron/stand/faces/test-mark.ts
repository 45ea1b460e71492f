/** The word TEST and the diagonal bars that no portrait of a real document carries. */
import { paint, type Canvas, type Colour } from './canvas.ts';
import { roundedBox, stroke, type Shape } from './shape.ts';

const BAR: Colour = [255, 255, 255];
const BAND: Colour = [190, 30, 45];
const WORD: Colour = [255, 255, 255];

/** Along the picture's edge, and across the bar. */
const BAR_STEP = 80;
const BAR_WIDTH = 3;

/** Strokes of each letter in a box one unit wide and two high. */
const LETTERS: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
  T: [
    [0, 0, 1, 0],
    [0.5, 0, 0.5, 2],
  ],
  E: [
    [0, 0, 0, 2],
    [0, 0, 1, 0],
    [0, 1, 0.8, 1],
    [0, 2, 1, 2],
  ],
  S: [
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 1, 1, 1],
    [1, 1, 1, 2],
    [1, 2, 0, 2],
  ],
};

/** Thin slanting bars over the whole picture, faint enough to compare the face through them. */
export function paintDiagonalBars(canvas: Canvas, scale: number): void {
  const everywhere = { left: 0, top: 0, right: canvas.width / scale, bottom: canvas.height / scale };
  const offset = (x: number, y: number) => Math.abs(((x + y) % BAR_STEP) - BAR_STEP / 2);
  paint(canvas, { ...everywhere, distance: (x, y) => offset(x, y) * Math.SQRT1_2 - BAR_WIDTH / 2 }, BAR, scale, 0.22);
}

export function paintTestBand(canvas: Canvas, scale: number): void {
  const width = canvas.width / scale;
  const height = canvas.height / scale;
  paint(canvas, roundedBox(width / 2, height - 22, width / 2 + 4, 22, 0), BAND, scale);
  const word = 'TEST';
  const unit = 13;
  const step = unit * 1.9;
  let x = (width - (word.length - 1) * step - unit) / 2;
  for (const letter of word) {
    for (const shape of letterShapes(letter, x, height - 22 - unit, unit)) paint(canvas, shape, WORD, scale);
    x += step;
  }
}

function letterShapes(letter: string, x: number, y: number, unit: number): Shape[] {
  return (LETTERS[letter] ?? []).map(([x1, y1, x2, y2]) =>
    stroke(x + x1 * unit, y + y1 * unit, x + x2 * unit, y + y2 * unit, unit * 0.36),
  );
}

/** The word TEST and the diagonal bars that no portrait of a real document carries. */
import { paint, type Canvas, type Colour } from './canvas.ts';
import { roundedBox, stroke } from './shape.ts';

const WHITE: Colour = [255, 255, 255];
const RED: Colour = [190, 30, 45];

/** Along the picture's edge, and across the bar. */
const BAR_STEP = 80;
const BAR_WIDTH = 3;

type Strokes = readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];

/** Letters in a box one unit wide and two high. */
const T: Strokes = [
  [0, 0, 1, 0],
  [0.5, 0, 0.5, 2],
];
const E: Strokes = [
  [0, 0, 0, 2],
  [0, 0, 1, 0],
  [0, 1, 0.8, 1],
  [0, 2, 1, 2],
];
const S: Strokes = [
  [1, 0, 0, 0],
  [0, 0, 0, 1],
  [0, 1, 1, 1],
  [1, 1, 1, 2],
  [1, 2, 0, 2],
];
const WORD = [T, E, S, T];
const UNIT = 13;
const LETTER_STEP = UNIT * 1.9;
const STROKE_WIDTH = UNIT * 0.36;
const BAND_HEIGHT = 44;

/** Thin slanting bars over the whole picture, faint enough to compare the face through them. */
export function paintDiagonalBars(canvas: Canvas, scale: number): void {
  const everywhere = { left: 0, top: 0, right: canvas.width / scale, bottom: canvas.height / scale };
  const offset = (x: number, y: number) => Math.abs(((x + y) % BAR_STEP) - BAR_STEP / 2);
  paint(canvas, { ...everywhere, distance: (x, y) => offset(x, y) * Math.SQRT1_2 - BAR_WIDTH / 2 }, WHITE, scale, 0.22);
}

/** A band with the word along the lower edge. */
export function paintTestBand(canvas: Canvas, scale: number): void {
  const width = canvas.width / scale;
  const middle = canvas.height / scale - BAND_HEIGHT / 2;
  paint(canvas, roundedBox(width / 2, middle, width / 2 + 1, BAND_HEIGHT / 2, 0), RED, scale);
  const start = (width - (WORD.length - 1) * LETTER_STEP - UNIT) / 2;
  for (const [index, letter] of WORD.entries()) {
    const left = start + index * LETTER_STEP;
    const top = middle - UNIT;
    for (const [x1, y1, x2, y2] of letter) {
      paint(canvas, stroke(left + x1 * UNIT, top + y1 * UNIT, left + x2 * UNIT, top + y2 * UNIT, STROKE_WIDTH), WHITE, scale);
    }
  }
}

/** The letters of a machine-readable zone as templates: OCR-B (ISO 1073-2), each as unit vector, so that likeness is one dot product. */
import drawn from './ocr-b.json' with { type: 'json' };

export const GLYPH_WIDTH = 16;
export const GLYPH_HEIGHT = 24;
/** Rows of a capital letter within the height. */
export const CAPITAL_HEIGHT = 16;
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

export const GLYPHS: readonly Float32Array[] = [...ALPHABET].map((letter) => {
  const ink = Float32Array.from((drawn.glyphs as Readonly<Record<string, string>>)[letter]!, (digit) => Number.parseInt(digit, 16));
  return unit(softened(ink))!;
});

/** Zero mean and length one; null where everything is the same. */
export function unit(values: Float32Array): Float32Array | null {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) {
    values[at]! -= mean;
    squares += values[at]! ** 2;
  }
  if (squares < 1e-6) return null;
  const length = Math.sqrt(squares);
  for (let at = 0; at < values.length; at += 1) values[at]! /= length;
  return values;
}

export function likeness(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

/** A camera never draws as sharply as the font. */
function softened(ink: Float32Array): Float32Array {
  const soft = new Float32Array(ink.length);
  for (let row = 0; row < GLYPH_HEIGHT; row += 1) {
    for (let column = 0; column < GLYPH_WIDTH; column += 1) {
      let sum = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(GLYPH_HEIGHT - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(GLYPH_WIDTH - 1, column + 1); x += 1) sum += ink[y * GLYPH_WIDTH + x]!;
      }
      soft[row * GLYPH_WIDTH + column] = sum / 9;
    }
  }
  return soft;
}

/** Compares each of the ninety letters of a machine-readable zone with every glyph of the font. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';
import type { MrzRows } from './find-rows.ts';
import { CAPITAL_HEIGHT, GLYPH_HEIGHT, GLYPH_WIDTH, GLYPHS, likeness, unit } from './glyphs.ts';

export const LINE_LENGTH = 30;
export const LINE_COUNT = 3;

/** For one letter: the likeness of every glyph, in the order of the alphabet; at most 1. */
export type CellScores = Float32Array;

interface Grid {
  /** Middle of the first letter, and from letter to letter. */
  first: number;
  pitch: number;
  /** Height of the capitals. */
  capital: number;
}

export function readCells(ink: GreyPatch, rows: MrzRows): CellScores[] {
  const grid = alignedGrid(ink, rows);
  const cells: CellScores[] = [];
  for (let line = 0; line < LINE_COUNT; line += 1) {
    for (let index = 0; index < LINE_LENGTH; index += 1) cells.push(scoresAt(ink, rows, line, grid.first + index * grid.pitch, grid.capital));
  }
  return cells;
}

/**
 * The first and last letters need not fill their cells, and the bands of print are not quite as high as the letters: the grid and the
 * height that make most letters look like letters are the right ones.
 */
function alignedGrid(ink: GreyPatch, rows: MrzRows): Grid {
  const pitch = (rows.right - rows.left) / (LINE_LENGTH - 0.35);
  const rough: Grid = { first: rows.left + pitch * 0.33, pitch, capital: rows.capital };
  const tries = (count: number, step: number): number[] => Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step);
  const best = (from: Grid, changes: readonly Grid[]): Grid => {
    const scored = changes.map((change) => ({ change, score: scoreOf(ink, rows, change) }));
    return scored.reduce((one, other) => (other.score > one.score ? other : one), { change: from, score: scoreOf(ink, rows, from) }).change;
  };
  const placed = best(
    rough,
    tries(3, 0.006).flatMap((stretch) => tries(5, pitch / 14).map((shift) => ({ ...rough, first: rough.first + shift, pitch: pitch * (1 + stretch) }))),
  );
  return best(
    placed,
    tries(4, 0.04).map((growth) => ({ ...placed, capital: rows.capital * (1.04 + growth) })),
  );
}

/** How much every second letter looks like some letter. */
function scoreOf(ink: GreyPatch, rows: MrzRows, { first, pitch, capital }: Grid): number {
  let score = 0;
  for (let sample = 0; sample < LINE_LENGTH; sample += 2) {
    const x = first + sample * pitch;
    score += Math.max(...likenesses(patchAt(ink, x, middleOf(rows, sample % LINE_COUNT, x), capital)));
  }
  return score;
}

const middleOf = (rows: MrzRows, line: number, x: number): number => rows.middleAt(x) + (line - 1) * rows.spacing;

/** The best likeness of every glyph over small shifts: print and corners are never quite where they should be. */
function scoresAt(ink: GreyPatch, rows: MrzRows, line: number, x: number, capital: number): CellScores {
  const best = new Float32Array(GLYPHS.length).fill(-1);
  const y = middleOf(rows, line, x);
  for (let down = -3; down <= 3; down += 1.5) {
    for (let aside = -3; aside <= 3; aside += 1.5) {
      for (const [glyph, value] of likenesses(patchAt(ink, x + aside, y + down, capital)).entries()) if (value > best[glyph]!) best[glyph] = value;
    }
  }
  return best;
}

function likenesses(patch: Float32Array): number[] {
  const ready = unit(patch);
  return GLYPHS.map((glyph) => (ready === null ? 0 : likeness(glyph, ready)));
}

/** The surroundings of a letter, scaled so that its capital is as high as those of the glyphs. */
function patchAt({ width, height, grey }: GreyPatch, x: number, y: number, capital: number): Float32Array {
  const step = capital / CAPITAL_HEIGHT;
  const patch = new Float32Array(GLYPH_WIDTH * GLYPH_HEIGHT);
  for (let row = 0; row < GLYPH_HEIGHT; row += 1) {
    const v = Math.min(height - 2, Math.max(0, y + (row + 0.5 - GLYPH_HEIGHT / 2) * step - 0.5));
    const top = Math.floor(v);
    for (let column = 0; column < GLYPH_WIDTH; column += 1) {
      const u = Math.min(width - 2, Math.max(0, x + (column + 0.5 - GLYPH_WIDTH / 2) * step - 0.5));
      const left = Math.floor(u);
      const at = top * width + left;
      const [fx, fy] = [u - left, v - top];
      patch[row * GLYPH_WIDTH + column] =
        (grey[at]! * (1 - fx) + grey[at + 1]! * fx) * (1 - fy) + (grey[at + width]! * (1 - fx) + grey[at + width + 1]! * fx) * fy;
    }
  }
  return patch;
}

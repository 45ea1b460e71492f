/** Finds the three rows of a machine-readable zone (TD1) on a straightened card: three equal bands of print over its whole width. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';

export interface MrzRows {
  /** Height of the capitals. */
  capital: number;
  /** Between the middles of two rows. */
  spacing: number;
  /** Middle of the middle row at a place of the width. */
  middleAt(x: number): number;
  /** Left edge of the first and right edge of the last letter. */
  left: number;
  right: number;
}

/** Darkness above which a point counts as print. */
const PRINT = 0.16;
/** ICAO 9303-5: rows of 1/6 inch; layouts of older cards come within these, in points of the straightened card. */
const SPACING = { min: 36, max: 62 };
/** The zone is below the middle of the card. */
const FROM = 0.5;
/** Share of the width that letters cover in a row of them, and that print may cover between rows. */
const CONTRAST_MIN = 0.1;
const STRIPS = 6;

/** Null where there are no such rows. */
export function findRows(ink: GreyPatch): MrzRows | null {
  const { width, height } = ink;
  const found = bestComb(profileOf(ink, Math.round(width * 0.04), Math.round(width * 0.96)), Math.round(height * FROM), height);
  if (found === null) return null;
  const { spacing, capital, middle } = found;
  // A card held askew, or corners a little off, tilt the rows by some points.
  const points: { x: number; y: number }[] = [];
  for (let strip = 0; strip < STRIPS; strip += 1) {
    const [from, to] = [0.04 + (0.92 * strip) / STRIPS, 0.04 + (0.92 * (strip + 1)) / STRIPS].map((share) => Math.round(share * width)) as [number, number];
    const profile = profileOf(ink, from, to);
    let best = { y: middle, score: -Infinity };
    for (let shift = -10; shift <= 10; shift += 0.5) {
      const score = combScore(profile, middle + shift, spacing, capital);
      if (score > best.score) best = { y: middle + shift, score };
    }
    points.push({ x: (from + to) / 2, y: best.y });
  }
  const middleAt = medianLine(points);
  const [left, right] = extentOf(ink, middleAt, spacing, capital);
  return right - left < width * 0.5 ? null : { capital, spacing, middleAt, left, right };
}

/** Sums from the top of the shares of print in every row of points. */
function profileOf({ width, height, grey }: GreyPatch, from: number, to: number): Float64Array {
  const sums = new Float64Array(height + 1);
  for (let y = 0; y < height; y += 1) {
    let print = 0;
    for (let x = from; x < to; x += 1) if (grey[y * width + x]! > PRINT) print += 1;
    sums[y + 1] = sums[y]! + print / (to - from);
  }
  return sums;
}

function bestComb(profile: Float64Array, from: number, to: number): { spacing: number; capital: number; middle: number } | null {
  let best = { spacing: 0, capital: 0, middle: 0, score: CONTRAST_MIN };
  for (let spacing = SPACING.min; spacing <= SPACING.max; spacing += 1) {
    for (let share = 0.5; share <= 0.75; share += 0.05) {
      const capital = spacing * share;
      for (let middle = from + spacing + capital / 2; middle < to - spacing - capital / 2 - 4; middle += 1) {
        const score = combScore(profile, middle, spacing, capital);
        if (score > best.score) best = { spacing, capital, middle, score };
      }
    }
  }
  return best.spacing === 0 ? null : best;
}

/** The palest of the three rows less what is printed between and beside them. */
function combScore(profile: Float64Array, middle: number, spacing: number, capital: number): number {
  const rows = [-1, 0, 1].map((row) => meanOf(profile, middle + row * spacing - capital / 2, middle + row * spacing + capital / 2));
  const gap = (spacing - capital) * 0.8;
  const gaps = [-1.5, -0.5, 0.5, 1.5].map((row) => meanOf(profile, middle + row * spacing - gap / 2, middle + row * spacing + gap / 2));
  return Math.min(...rows) - gaps.reduce((sum, one) => sum + one, 0) / 4;
}

function meanOf(profile: Float64Array, from: number, to: number): number {
  const last = profile.length - 1;
  const at = (y: number): number => {
    const within = Math.min(last, Math.max(0, y));
    const below = Math.floor(within);
    return profile[below]! + (within - below) * (profile[Math.min(last, below + 1)]! - profile[below]!);
  };
  return (at(to) - at(from)) / (to - from);
}

/** Theil–Sen: the median of the slopes through pairs of points, so that one strip gone wrong changes nothing. */
function medianLine(points: readonly { x: number; y: number }[]): (x: number) => number {
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
  const slope = median(points.flatMap((one, index) => points.slice(index + 1).map((other) => (other.y - one.y) / (other.x - one.x))));
  const start = median(points.map(({ x, y }) => y - slope * x));
  return (x) => start + slope * x;
}

/** The columns between which the rows have print: the first and the last with more than specks in one of the rows. */
function extentOf({ width, grey, height }: GreyPatch, middleAt: (x: number) => number, spacing: number, capital: number): [number, number] {
  const printed = Array.from({ length: width }, (_, x) =>
    [-1, 0, 1].some((row) => {
      let print = 0;
      const top = middleAt(x) + row * spacing - capital / 2;
      for (let y = Math.max(0, Math.round(top)); y < Math.min(height, top + capital); y += 1) if (grey[y * width + x]! > PRINT) print += 1;
      return print > capital * 0.15;
    }),
  );
  // Letters come at least every pitch: what stands apart from the rows is an edge of the card or a speck.
  const run = (from: number, step: 1 | -1): number => {
    let last = from;
    for (let x = from; x > 4 && x < width - 4 && Math.abs(x - last) < capital * 1.6; x += step) if (printed[x]!) last = x;
    return last;
  };
  const middle = Math.round(width / 2);
  return [run(middle, -1), run(middle, 1)];
}

/** The straight edges of a picture that could be the sides of a card held roughly level: an oriented Hough transform. */
import type { Slopes } from './grey-frame.ts';

/** Points (x, y) with x·cos(angle) + y·sin(angle) = offset. */
export interface Line {
  angle: number;
  offset: number;
}

const DEGREE = Math.PI / 180;
/** A card is held, not thrown down. */
const TILT = 25;
/** Noise turns the direction of a slope by a few degrees. */
const SPREAD = 4;
const LINES = 22;

export interface FoundLines {
  /** Top and bottom sides. */
  level: Line[];
  upright: Line[];
}

/** @param threshold slopes below it are no edge */
export function findLines(slopes: Slopes, threshold: number): FoundLines {
  const { width, height, dx, dy, steep } = slopes;
  const reach = Math.ceil(Math.hypot(width, height));
  const bins = 2 * TILT + 1;
  const level = new Float32Array(bins * 2 * reach);
  const upright = new Float32Array(bins * 2 * reach);
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const at = y * width + x;
      if (steep[at]! < threshold) continue;
      const normal = Math.atan2(dy[at]!, dx[at]!) / DEGREE;
      vote(upright, nearest(normal, 0), x, y, 0, reach);
      vote(level, nearest(normal, 90), x, y, 90, reach);
    }
  }
  return { level: peaksOf(level, 90, reach), upright: peaksOf(upright, 0, reach) };
}

/** How far a direction is from `middle`, the opposite direction being the same; −90…90. */
function nearest(direction: number, middle: number): number {
  return ((((direction - middle + 90) % 180) + 180) % 180) - 90;
}

function vote(votes: Float32Array, from: number, x: number, y: number, middle: number, reach: number): void {
  if (Math.abs(from) > TILT) return;
  const first = Math.max(-TILT, Math.round(from) - SPREAD);
  const last = Math.min(TILT, Math.round(from) + SPREAD);
  for (let tilt = first; tilt <= last; tilt += 1) {
    const angle = (middle + tilt) * DEGREE;
    const offset = Math.round(x * Math.cos(angle) + y * Math.sin(angle)) + reach;
    votes[(tilt + TILT) * 2 * reach + offset]! += 1;
  }
}

/** The most voted for, each taking the votes of its neighbours with it. */
function peaksOf(votes: Float32Array, middle: number, reach: number): Line[] {
  const lines: Line[] = [];
  const bins = 2 * TILT + 1;
  while (lines.length < LINES) {
    let best = 0;
    for (let at = 1; at < votes.length; at += 1) if (votes[at]! > votes[best]!) best = at;
    if (votes[best] === 0) break;
    const tilt = Math.floor(best / (2 * reach));
    const offset = best % (2 * reach);
    lines.push({ angle: (middle + tilt - TILT) * DEGREE, offset: offset - reach });
    for (let other = Math.max(0, tilt - 5); other <= Math.min(bins - 1, tilt + 5); other += 1) {
      votes.fill(0, other * 2 * reach + Math.max(0, offset - 5), other * 2 * reach + Math.min(2 * reach, offset + 6));
    }
  }
  return lines;
}

/** Finds an identity card in a picture: four edges of the right proportions with an edge all along each side. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';
import type { Corner, Quad } from './card-shot.ts';
import { findLines, type Line } from './find-lines.ts';
import { shrunk, type Slopes, slopesOf } from './grey-frame.ts';
import { refineQuad } from './refine-quad.ts';

/** ISO/IEC 7810 ID-1: 85.60 × 53.98 mm. */
const ASPECT = 85.6 / 53.98;
/** Perspective and tilt change it that much. */
const ASPECT_TOLERANCE = 0.17;
/** Finding works on a picture of this width: finer ones only show more of the table. */
const SEARCH_WIDTH = 360;
/** Of the width of the picture; a smaller card cannot be read anyway. */
const WIDTH_MIN = 0.3;
/** Share of each side along which there must be an edge. */
const SUPPORT_MIN = 0.55;
/** Opposite sides may run together by so much, radians. */
const PARALLEL = 0.14;

/** Corners in pixels of the picture; null where no card can be told from the background. */
export function findCard(picture: GreyPatch): Quad | null {
  const small = shrunk(picture, SEARCH_WIDTH);
  const slopes = slopesOf(small);
  const threshold = thresholdOf(slopes);
  const { level, upright } = findLines(slopes, threshold);
  let best: { quad: Quad; score: number } | null = null;
  for (const [top, bottom] of pairs(level, small.height * 0.2)) {
    for (const [left, right] of pairs(upright, small.width * WIDTH_MIN)) {
      const quad = quadOf(top, right, bottom, left);
      if (quad === null || !isCardLike(quad, small)) continue;
      const score = scoreOf(quad, slopes, threshold);
      if (score > (best?.score ?? 0)) best = { quad, score };
    }
  }
  if (best === null) return null;
  const scale = picture.width / small.width;
  return refineQuad(picture, best.quad.map(([x, y]) => [(x + 0.5) * scale, (y + 0.5) * scale] as const) as unknown as Quad);
}

/** Clearly above the noise of the picture; print is steeper than the edge of a pale card on a pale table and must not set the measure. */
function thresholdOf({ steep }: Slopes): number {
  const sorted = Float32Array.from(steep).toSorted();
  return Math.min(9, Math.max(2.5, 3 * sorted[sorted.length >> 1]!));
}

/** Pairs of lines in order of their offsets, at least so far apart and nearly parallel. */
function* pairs(lines: readonly Line[], apart: number): Generator<readonly [Line, Line]> {
  const inOrder = lines.toSorted((a, b) => a.offset - b.offset);
  for (const [index, first] of inOrder.entries()) {
    for (const second of inOrder.slice(index + 1)) {
      if (second.offset - first.offset >= apart && Math.abs(first.angle - second.angle) < PARALLEL) yield [first, second];
    }
  }
}

function quadOf(top: Line, right: Line, bottom: Line, left: Line): Quad | null {
  const corners = [meet(top, left), meet(top, right), meet(bottom, right), meet(bottom, left)];
  return corners.every((corner) => corner !== null) ? (corners as unknown as Quad) : null;
}

function meet(one: Line, other: Line): Corner | null {
  const [a, b, c, d] = [Math.cos(one.angle), Math.sin(one.angle), Math.cos(other.angle), Math.sin(other.angle)];
  const determinant = a * d - b * c;
  return Math.abs(determinant) < 0.5 ? null : [(one.offset * d - b * other.offset) / determinant, (a * other.offset - one.offset * c) / determinant];
}

function isCardLike(quad: Quad, { width, height }: GreyPatch): boolean {
  if (!quad.every(([x, y]) => x > -2 && y > -2 && x < width + 2 && y < height + 2)) return false;
  const [top, right, bottom, left] = sidesOf(quad);
  const across = (top! + bottom!) / 2;
  const down = (left! + right!) / 2;
  if (across < width * WIDTH_MIN) return false;
  return Math.abs(across / down / ASPECT - 1) < ASPECT_TOLERANCE;
}

const sidesOf = (quad: Quad): number[] => quad.map(([x, y], index) => Math.hypot(quad[(index + 1) % 4]![0] - x, quad[(index + 1) % 4]![1] - y));

/** Zero where a side has no edge; of two frames in one another the outer one, since cards have frames printed on them. */
function scoreOf(quad: Quad, slopes: Slopes, threshold: number): number {
  let [least, sum] = [1, 0];
  for (const [index, corner] of quad.entries()) {
    const support = supportOf(corner, quad[(index + 1) % 4]!, slopes, threshold);
    if (support < SUPPORT_MIN) return 0;
    least = Math.min(least, support);
    sum += support;
  }
  const [top, , bottom] = sidesOf(quad);
  return least + sum / 4 + (top! + bottom!) / slopes.width / 4;
}

const SAMPLES = 48;

/** Share of points along a side where, within two points of it, the picture changes steeply across it. */
function supportOf([x0, y0]: Corner, [x1, y1]: Corner, { width, height, dx, dy, steep }: Slopes, threshold: number): number {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [nx, ny] = [-(y1 - y0) / length, (x1 - x0) / length];
  let supported = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const share = (sample + 0.5) / SAMPLES;
    for (let aside = -2; aside <= 2; aside += 1) {
      const x = Math.round(x0 + (x1 - x0) * share + nx * aside);
      const y = Math.round(y0 + (y1 - y0) * share + ny * aside);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const at = y * width + x;
      if (steep[at]! < threshold * 0.7 || Math.abs(dx[at]! * nx + dy[at]! * ny) < 0.9 * steep[at]!) continue;
      supported += 1;
      break;
    }
  }
  return supported / SAMPLES;
}

/** Moves the sides of a card found in a small picture onto the edges of the large one. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';
import type { Corner, Quad } from './card-shot.ts';

const SAMPLES = 60;
/** How far from where it was found a side is looked for, as a share of the picture's width. */
const REACH = 0.009;

interface Side {
  /** A point of it and its direction, of length one. */
  at: Corner;
  along: Corner;
}

export function refineQuad(picture: GreyPatch, quad: Quad): Quad {
  const sides = quad.map((corner, index) => refineSide(picture, corner, quad[(index + 1) % 4]!));
  const corners = quad.map((corner, index) => meet(sides[(index + 3) % 4]!, sides[index]!) ?? corner);
  return corners as unknown as Quad;
}

/** The straight line through the steepest points across the side; points far from it belong to print or background and are left out. */
function refineSide(picture: GreyPatch, [x0, y0]: Corner, [x1, y1]: Corner): Side {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const along: Corner = [(x1 - x0) / length, (y1 - y0) / length];
  const across: Corner = [-along[1], along[0]];
  const reach = Math.max(3, Math.round(picture.width * REACH));
  let points: { far: number; aside: number }[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const far = length * (0.04 + (0.92 * (sample + 0.5)) / SAMPLES);
    const aside = steepest(picture, x0 + along[0] * far, y0 + along[1] * far, across, reach);
    if (aside !== null) points.push({ far, aside });
  }
  let [slope, start] = [0, 0];
  for (let round = 0; round < 3 && points.length >= SAMPLES / 4; round += 1) {
    [slope, start] = fit(points);
    const distances = points.map(({ far, aside }) => Math.abs(aside - slope * far - start));
    const limit = Math.max(1, 2 * distances.toSorted((a, b) => a - b)[distances.length >> 1]!);
    points = points.filter((_, index) => distances[index]! <= limit);
  }
  const turned = Math.hypot(1, slope);
  return {
    at: [x0 + across[0] * start, y0 + across[1] * start],
    along: [(along[0] + across[0] * slope) / turned, (along[1] + across[1] * slope) / turned],
  };
}

/** Where, across the side, the means of three points on either hand differ most; null where they hardly do. */
function steepest({ width, height, grey }: GreyPatch, x: number, y: number, [nx, ny]: Corner, reach: number): number | null {
  const value = (aside: number): number => {
    const column = Math.min(width - 1, Math.max(0, Math.round(x + nx * aside)));
    const row = Math.min(height - 1, Math.max(0, Math.round(y + ny * aside)));
    return grey[row * width + column]!;
  };
  let best = 0;
  let most = 4;
  for (let aside = -reach; aside <= reach; aside += 1) {
    const change = Math.abs(value(aside + 1) + value(aside + 2) + value(aside + 3) - value(aside - 1) - value(aside - 2) - value(aside - 3)) / 3;
    if (change > most) [best, most] = [aside, change];
  }
  return most === 4 ? null : best;
}

/** Least squares of `aside` over `far`. */
function fit(points: readonly { far: number; aside: number }[]): [slope: number, start: number] {
  const farMean = points.reduce((sum, { far }) => sum + far, 0) / points.length;
  const asideMean = points.reduce((sum, { aside }) => sum + aside, 0) / points.length;
  const spread = points.reduce((sum, { far }) => sum + (far - farMean) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, { far, aside }) => sum + (far - farMean) * (aside - asideMean), 0) / spread;
  return [slope, asideMean - slope * farMean];
}

function meet(one: Side, other: Side): Corner | null {
  const determinant = one.along[0] * other.along[1] - one.along[1] * other.along[0];
  if (Math.abs(determinant) < 0.3) return null;
  const far = ((other.at[0] - one.at[0]) * other.along[1] - (other.at[1] - one.at[1]) * other.along[0]) / determinant;
  return [one.at[0] + one.along[0] * far, one.at[1] + one.along[1] * far];
}

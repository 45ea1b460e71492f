/**
 * Follows the modules of a symbol that is not flat (a label around a bottle, cloth, a paper in the hand): bends a grid until the marks lie on
 * marks and every module is as clearly ink or paper as it can be.
 */
import type { GreyPicture } from '../decoder.ts';
import { fixedModules } from './fixed-modules.ts';
import { type Bend, bendsOf, type ModuleGrid, pushed } from './module-grid.ts';
import { type SeenModules, seeModules } from './see-modules.ts';

/** Pushes of each bend, in modules, coarse to fine; each size is gone through at most twice. */
const PUSHES = [0.8, 0.4, 0.2];
const ROUNDS = 2;
const WAYS = [[1, 0], [-1, 0], [0, 1], [0, -1]] as const;
/** A module that must be ink says as much of the grid as several that may be either. */
const FIXED_WEIGHT = 3;
/** Of the others so many are looked at while the grid is bent: a large symbol has thousands. */
const OTHERS_WATCHED = 250;
/** Part of the fixed modules that must look right: before, or this is no symbol; after, or the grid was not found. */
const RIGHT_BEFORE = 0.6;
const RIGHT_AFTER = 0.9;

/** @returns what the bent grid shows; null where none fits */
export function followGrid(picture: GreyPicture, flat: ModuleGrid): SeenModules | null {
  const fixed = fixedModules(flat.side);
  let seen = seeModules(picture, flat);
  if (rightPart(seen, fixed) < RIGHT_BEFORE) return null;

  const watched = watchedModules(fixed);
  const bends = bendsOf(flat.side);
  let grid = flat;
  for (const size of PUSHES) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const bent = bendOnce(picture, grid, bends, size, { light: seen.light, fixed, watched });
      if (bent === grid) break;
      grid = bent;
      seen = seeModules(picture, grid);
    }
  }
  return rightPart(seen, fixed) < RIGHT_AFTER ? null : seen;
}

interface Aim {
  readonly light: Uint8ClampedArray;
  readonly fixed: Int8Array;
  readonly watched: Uint16Array;
}

/** Tries every bend in every direction, and keeps those that show the symbol better. @returns the same grid where none does */
function bendOnce(picture: GreyPicture, from: ModuleGrid, bends: readonly Bend[], size: number, aim: Aim): ModuleGrid {
  const push = size * from.pitch;
  let grid = from;
  let best = score(picture, grid, bends[0]!, 0, 0, aim);
  for (const bend of bends) {
    for (const [right, down] of WAYS) {
      const bent = score(picture, grid, bend, right * push, down * push, aim);
      if (bent <= best) continue;
      best = bent;
      grid = pushed(grid, bend, right * push, down * push);
    }
  }
  return grid;
}

/** How clearly the watched modules would be what they must be, or one or the other, were the grid bent like this. */
function score({ luma, width, height }: GreyPicture, { xs, ys }: ModuleGrid, bend: Bend, dx: number, dy: number, { light, fixed, watched }: Aim): number {
  let sum = 0;
  for (let index = 0; index < watched.length; index += 1) {
    const module = watched[index]!;
    const x = Math.min(width - 1, Math.max(0, Math.round(xs[module]! + dx * bend[module]!)));
    const y = Math.min(height - 1, Math.max(0, Math.round(ys[module]! + dy * bend[module]!)));
    const darker = light[module]! - luma[y * width + x]!;
    const colour = fixed[module]!;
    sum += colour === 0 ? Math.abs(darker) : FIXED_WEIGHT * darker * colour;
  }
  return sum;
}

/** Every fixed module and, evenly over the symbol, some of the others. */
function watchedModules(fixed: Int8Array): Uint16Array {
  const others = fixed.reduce((count, colour) => count + (colour === 0 ? 1 : 0), 0);
  const stride = Math.ceil(others / OTHERS_WATCHED);
  let other = 0;
  return Uint16Array.from(fixed.keys().filter((module) => fixed[module] !== 0 || other++ % stride === 0));
}

function rightPart({ greys, light }: SeenModules, fixed: Int8Array): number {
  let [right, all] = [0, 0];
  for (const [module, colour] of fixed.entries()) {
    if (colour === 0) continue;
    all += 1;
    const isInk = greys[module]! < light[module]!;
    if (isInk === colour > 0) right += 1;
  }
  return right / all;
}

/** A repaired copy of a picture, which remembers where its points are in the original. */
import type { Box, GreyPicture, Point, UnreadSymbol } from '../decoder.ts';

export interface Copy {
  readonly picture: GreyPicture;
  toOriginal(x: number, y: number): Point;
}

const samePlace = (x: number, y: number) => ({ x, y });

/** A copy that changed brightness only. */
export const inPlace = (picture: GreyPicture): Copy => ({ picture, toOriginal: samePlace });

/** The smallest upright box of the original around a box of the copy. */
export function boxInOriginal({ toOriginal }: Copy, { left, top, right, bottom }: Box): Box {
  const corners = [toOriginal(left, top), toOriginal(right, top), toOriginal(left, bottom), toOriginal(right, bottom)];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function symbolInOriginal(copy: Copy, { box, sampling }: UnreadSymbol): UnreadSymbol {
  if (sampling === null) return { box: boxInOriginal(copy, box), sampling };
  const [a, b, c, d] = sampling.corners;
  const corner = ({ x, y }: Point) => copy.toOriginal(x, y);
  return { box: boxInOriginal(copy, box), sampling: { ...sampling, corners: [corner(a), corner(b), corner(c), corner(d)] } };
}

/** Unsharp mask: gives modules that a lens out of focus ran together their edges back. */
import type { GreyPicture } from '../decoder.ts';
import { inPlace, type Copy } from './copy.ts';
import { localMean } from './local-mean.ts';

/** @param reach of the blur to undo, in pixels; @param amount how much of the difference from the mean is added */
export function sharpened(picture: GreyPicture, reach: number, amount: number): Copy {
  const means = localMean(picture, reach);
  const { width, height, luma } = picture;
  const sharp = new Uint8ClampedArray(luma.length);
  for (let index = 0; index < luma.length; index += 1) sharp[index] = luma[index]! + amount * (luma[index]! - means[index]!);
  return inPlace({ width, height, luma: sharp });
}

/** Ink and paper by the brightness around each pixel: a shadow or a glare across a code no longer matters. */
import type { GreyPicture } from '../decoder.ts';
import { inPlace, type Copy } from './copy.ts';
import { localMean } from './local-mean.ts';

/** @param reach in pixels; small follows the edge of a glare, large survives wide finder marks */
export function withLocalThreshold(picture: GreyPicture, reach: number): Copy {
  const means = localMean(picture, reach);
  const { width, height, luma } = picture;
  const parted = new Uint8ClampedArray(luma.length);
  for (let index = 0; index < luma.length; index += 1) parted[index] = luma[index]! < means[index]! ? 0 : 255;
  return inPlace({ width, height, luma: parted });
}

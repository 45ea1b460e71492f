/** Lets dark grow by a pixel: closes what a glare ate of the modules, which a bright light makes smaller than they are. */
import type { GreyPicture } from '../decoder.ts';
import { inPlace, type Copy } from './copy.ts';

/** Grey erosion by a square of three pixels, along rows and then along columns; the outermost pixels stay. */
export function withSpreadInk({ width, height, luma }: GreyPicture): Copy {
  const rows = darkest(luma, 1);
  return inPlace({ width, height, luma: darkest(rows, width) });
}

/** Along rows the neighbours of an edge are the next row's: at a picture's edge that harms nothing. */
function darkest(luma: Uint8ClampedArray, step: number): Uint8ClampedArray {
  const dark = new Uint8ClampedArray(luma);
  for (let index = step; index < luma.length - step; index += 1) {
    const before = luma[index - step]!;
    const after = luma[index + step]!;
    const beside = before < after ? before : after;
    if (beside < luma[index]!) dark[index] = beside;
  }
  return dark;
}

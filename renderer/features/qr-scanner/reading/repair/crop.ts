/** A part of a picture: most frames need be looked at only where the code was a moment ago. */
import type { Box, GreyPicture } from '../decoder.ts';
import type { Copy } from './copy.ts';

/** @param box is cut to the picture; rounded outwards */
export function crop({ width, height, luma }: GreyPicture, box: Box): Copy {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const part = {
    width: Math.max(1, Math.min(width, Math.ceil(box.right)) - left),
    height: Math.max(1, Math.min(height, Math.ceil(box.bottom)) - top),
  };
  const cut = new Uint8ClampedArray(part.width * part.height);
  for (let row = 0; row < part.height; row += 1) {
    const from = (top + row) * width + left;
    cut.set(luma.subarray(from, from + part.width), row * part.width);
  }
  return { picture: { ...part, luma: cut }, toOriginal: (x, y) => ({ x: x + left, y: y + top }) };
}

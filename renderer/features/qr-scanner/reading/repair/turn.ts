/** A turned copy with smooth edges: rows and columns of modules meet the decoder's scan lines at another angle, and noise is averaged. */
import type { GreyPicture } from '../decoder.ts';
import type { Copy } from './copy.ts';

/** Where the turned original does not reach: paper, which is what surrounds a code. */
const OUTSIDE = 255;

/** Bilinear, as large as the turned original needs. */
export function turned({ width, height, luma }: GreyPicture, degrees: number): Copy {
  const cosine = Math.cos((degrees * Math.PI) / 180);
  const sine = Math.sin((degrees * Math.PI) / 180);
  const size = {
    width: Math.ceil(width * Math.abs(cosine) + height * Math.abs(sine)),
    height: Math.ceil(width * Math.abs(sine) + height * Math.abs(cosine)),
  };
  const toOriginal = (x: number, y: number) => ({
    x: width / 2 + (x - size.width / 2) * cosine + (y - size.height / 2) * sine,
    y: height / 2 - (x - size.width / 2) * sine + (y - size.height / 2) * cosine,
  });

  const drawn = new Uint8ClampedArray(size.width * size.height).fill(OUTSIDE);
  for (let row = 0; row < size.height; row += 1) {
    // One step to the right in the copy is always the same step in the original: no multiplication a pixel.
    let { x, y } = toOriginal(0, row);
    for (let column = 0; column < size.width; column += 1, x += cosine, y -= sine) {
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue;
      const at = (y | 0) * width + (x | 0);
      const right = x - (x | 0);
      const above = luma[at]! + (luma[at + 1]! - luma[at]!) * right;
      const below = luma[at + width]! + (luma[at + width + 1]! - luma[at + width]!) * right;
      drawn[row * size.width + column] = above + (below - above) * (y - (y | 0));
    }
  }
  return { picture: { ...size, luma: drawn }, toOriginal };
}

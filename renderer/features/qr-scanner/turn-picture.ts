/** A copy of a picture turned about its middle and halved: what looks like a finder mark by accident rarely does so from another angle. */
import type { GreyPicture } from './decoder.ts';

export interface TurnedPicture {
  readonly picture: GreyPicture;
  /** Where a point of the copy is in the original. */
  toOriginal(x: number, y: number): { x: number; y: number };
}

const SCALE = 0.5;
/** Shows where the turned original does not reach; between ink and paper, so that its edge makes no marks. */
const OUTSIDE = 128;

export function turnPicture({ width, height, luma }: GreyPicture, degrees: number): TurnedPicture {
  const cosine = Math.cos((degrees * Math.PI) / 180) / SCALE;
  const sine = Math.sin((degrees * Math.PI) / 180) / SCALE;
  const small = { width: Math.round(width * SCALE), height: Math.round(height * SCALE) };
  const toOriginal = (x: number, y: number) => ({
    x: width / 2 + (x - small.width / 2) * cosine - (y - small.height / 2) * sine,
    y: height / 2 + (x - small.width / 2) * sine + (y - small.height / 2) * cosine,
  });

  const turned = new Uint8ClampedArray(small.width * small.height).fill(OUTSIDE);
  for (let row = 0; row < small.height; row += 1) {
    // One step to the right in the copy is always the same step in the original: no multiplication a pixel.
    let { x, y } = toOriginal(0, row);
    for (let column = 0; column < small.width; column += 1) {
      if (x >= 0 && y >= 0 && x < width && y < height) turned[row * small.width + column] = luma[(y | 0) * width + (x | 0)]!;
      x += cosine;
      y += sine;
    }
  }
  return { picture: { ...small, luma: turned }, toOriginal };
}

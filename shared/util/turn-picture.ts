/** A copy of a grey picture turned about its middle: what looks like a finder mark by accident rarely does so from another angle. */

/** Brightness of each pixel, `width × height` bytes row by row without padding. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8ClampedArray;
}

export interface TurnedPicture {
  readonly picture: GreyPicture;
  /** Where a point of the copy is in the original. */
  toOriginal(x: number, y: number): { x: number; y: number };
}

/** Shows where the turned original does not reach; between ink and paper, so that its edge makes no marks. */
const OUTSIDE = 128;

/** @param scale of the copy; below one it is cheaper to look at */
export function turnPicture({ width, height, luma }: GreyPicture, degrees: number, scale: number): TurnedPicture {
  const cosine = Math.cos((degrees * Math.PI) / 180) / scale;
  const sine = Math.sin((degrees * Math.PI) / 180) / scale;
  const small = { width: Math.round(width * scale), height: Math.round(height * scale) };
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

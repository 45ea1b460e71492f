/** Brightness and sharpness of a picture, from its grey values. */

export interface GreyPatch {
  width: number;
  height: number;
  /** 0–255, row by row. */
  grey: Float32Array;
}

export interface RgbaPicture {
  width: number;
  height: number;
  /** Row by row, four bytes a point. */
  data: ArrayLike<number>;
}

/** ITU-R BT.601 luma of RGBA bytes. */
export function greyOf({ width, height, data }: RgbaPicture): GreyPatch {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i += 1) grey[i] = 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!;
  return { width, height, grey };
}

/** Mean brightness of a square around a point, and the share of its points nothing can be seen in any more. */
export function measureSpot({ width, height, grey }: GreyPatch, x: number, y: number, half: number): { mean: number; burnt: number } {
  let sum = 0;
  let burnt = 0;
  let count = 0;
  for (let row = Math.max(0, Math.round(y - half)); row <= Math.min(height - 1, Math.round(y + half)); row += 1) {
    for (let column = Math.max(0, Math.round(x - half)); column <= Math.min(width - 1, Math.round(x + half)); column += 1) {
      const value = grey[row * width + column]!;
      sum += value;
      if (value > BURNT) burnt += 1;
      count += 1;
    }
  }
  return count === 0 ? { mean: 0, burnt: 0 } : { mean: sum / count, burnt: burnt / count };
}

const BURNT = 248;

/**
 * Variance of the 5-point Laplacian with a step of two pixels, after a mean over 3 × 3 that takes the sensor's noise away, over the
 * squared mean brightness, ×10⁴. The step makes blur of a pixel or two count; dividing by the light makes a dim picture no blurred one.
 */
export function sharpnessOf(patch: GreyPatch): number {
  const { width, height } = patch;
  const smooth = meanOfNine(patch);
  let sum = 0;
  let squares = 0;
  let light = 0;
  let count = 0;
  for (let y = 3; y < height - 3; y += 1) {
    for (let x = 3; x < width - 3; x += 1) {
      const at = y * width + x;
      const value = smooth[at]!;
      const laplacian = 4 * value - smooth[at - 2]! - smooth[at + 2]! - smooth[at - 2 * width]! - smooth[at + 2 * width]!;
      sum += laplacian;
      squares += laplacian * laplacian;
      light += value;
      count += 1;
    }
  }
  if (count === 0 || light === 0) return 0;
  const mean = sum / count;
  return ((squares / count - mean * mean) / (light / count) ** 2) * 1e4;
}

/** Every point as the mean of itself and its eight neighbours; the rim stays as it is. */
export function meanOfNine({ width, height, grey }: GreyPatch): Float32Array {
  const smooth = Float32Array.from(grey);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0;
      for (let dy = -width; dy <= width; dy += width) {
        const at = y * width + x + dy;
        sum += grey[at - 1]! + grey[at]! + grey[at + 1]!;
      }
      smooth[y * width + x] = sum / 9;
    }
  }
  return smooth;
}

export function measureLight({ grey }: GreyPatch): number {
  let sum = 0;
  for (const value of grey) sum += value;
  return grey.length === 0 ? 0 : sum / grey.length;
}

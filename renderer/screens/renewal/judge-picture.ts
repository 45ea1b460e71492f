/** Whether a photograph or a signature sample is good enough to be sent; who is on it a person judges, not this. Pure. */

export interface Luma {
  width: number;
  height: number;
  /** One octet a point, row by row. */
  values: Uint8Array;
}

export type PictureAdvice =
  | 'unreadable'
  | 'too-small'
  | 'not-upright'
  | 'too-dark'
  | 'too-bright'
  | 'flat'
  | 'blurred'
  | 'no-ink'
  | 'too-much-ink'
  | 'cut-off';

/** What the office takes at least. */
const PHOTO = { width: 480, height: 600 };
const SIGNATURE = { width: 300, height: 80 };
/** Own choices, tried on drawn faces and scanned pen strokes; the office judges again. */
const MEAN = { dark: 60, bright: 225 };
const LEAST_DEVIATION = 25;
/** Variance of the Laplacian over a picture of about a thousand rows: below it edges are wider than three points. */
const LEAST_SHARPNESS = 20;
const INK = { below: 0.6, least: 0.002, most: 0.25 };

export function judgePhoto(picture: Luma): PictureAdvice | null {
  const { width, height } = picture;
  if (width < PHOTO.width || height < PHOTO.height) return 'too-small';
  if (height <= width) return 'not-upright';
  const { mean, deviation } = statistics(picture.values);
  if (mean < MEAN.dark) return 'too-dark';
  if (mean > MEAN.bright) return 'too-bright';
  if (deviation < LEAST_DEVIATION) return 'flat';
  return sharpness(picture) < LEAST_SHARPNESS ? 'blurred' : null;
}

/** Ink is what is clearly darker than the paper, whose brightness most points have. */
export function judgeSignature(picture: Luma): PictureAdvice | null {
  const { width, height, values } = picture;
  if (width < SIGNATURE.width || height < SIGNATURE.height) return 'too-small';
  const paper = median(values);
  if (paper < MEAN.dark) return 'too-dark';
  const isInk = (value: number): boolean => value < paper * INK.below;
  const share = values.reduce((sum, value) => sum + Number(isInk(value)), 0) / values.length;
  if (share < INK.least) return 'no-ink';
  if (share > INK.most) return 'too-much-ink';
  for (let x = 0; x < width; x += 1) if (isInk(values[x]!) || isInk(values[(height - 1) * width + x]!)) return 'cut-off';
  for (let y = 0; y < height; y += 1) if (isInk(values[y * width]!) || isInk(values[y * width + width - 1]!)) return 'cut-off';
  return null;
}

function statistics(values: Uint8Array): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, deviation: Math.sqrt(squares / values.length - mean * mean) };
}

function median(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]! += 1;
  let passed = 0;
  return counts.findIndex((count) => (passed += count) * 2 >= values.length);
}

/** Variance of the four-neighbour Laplacian. */
function sharpness({ width, height, values }: Luma): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      const laplacian = 4 * values[at]! - values[at - 1]! - values[at + 1]! - values[at - width]! - values[at + width]!;
      sum += laplacian;
      squares += laplacian * laplacian;
      count += 1;
    }
  }
  const mean = sum / count;
  return squares / count - mean * mean;
}

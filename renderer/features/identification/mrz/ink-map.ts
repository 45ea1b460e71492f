/** How much darker every point is than its surroundings: print stays, shades, glare and background patterns mostly go, and so does the noise of a sensor. */
import { type GreyPatch, meanOfNine } from '../../../../shared/util/measure-picture.ts';

/** Wider than a letter, narrower than a shadow. */
const RADIUS = 22;

export function inkMap(picture: GreyPatch): GreyPatch {
  const { width, height } = picture;
  const grey = meanOfNine(picture);
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += grey[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  const ink = new Float32Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - RADIUS), Math.min(height, y + RADIUS + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - RADIUS), Math.min(width, x + RADIUS + 1)];
      const sum = sums[bottom * (width + 1) + right]! - sums[top * (width + 1) + right]! - sums[bottom * (width + 1) + left]! + sums[top * (width + 1) + left]!;
      const mean = sum / ((bottom - top) * (right - left));
      ink[y * width + x] = Math.max(0, (mean - grey[y * width + x]!) / Math.max(40, mean));
    }
  }
  return { width, height, grey: ink };
}

/** Grey pictures made smaller, and how steeply and whereto they change at every point. */
import type { GreyPatch } from '../../../../shared/util/measure-picture.ts';

/** Every point is the mean of those it covers. */
export function shrunk({ width, height, grey }: GreyPatch, newWidth: number): GreyPatch {
  const scale = width / newWidth;
  const newHeight = Math.max(1, Math.round(height / scale));
  const small = new Float32Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y += 1) {
    const [top, bottom] = [Math.floor(y * scale), Math.max(Math.floor(y * scale) + 1, Math.min(height, Math.floor((y + 1) * scale)))];
    for (let x = 0; x < newWidth; x += 1) {
      const [left, right] = [Math.floor(x * scale), Math.max(Math.floor(x * scale) + 1, Math.min(width, Math.floor((x + 1) * scale)))];
      let sum = 0;
      for (let row = top; row < bottom; row += 1) for (let column = left; column < right; column += 1) sum += grey[row * width + column]!;
      small[y * newWidth + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: newWidth, height: newHeight, grey: small };
}

export interface Slopes {
  width: number;
  height: number;
  dx: Float32Array;
  dy: Float32Array;
  steep: Float32Array;
}

/** Sobel over a picture smoothed by its neighbours: noise has no direction that lasts. */
export function slopesOf({ width, height, grey }: GreyPatch): Slopes {
  const [dx, dy, steep] = [new Float32Array(grey.length), new Float32Array(grey.length), new Float32Array(grey.length)];
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      let across = 0;
      let down = 0;
      for (let step = -2; step <= 2; step += 1) {
        const weight = 3 - Math.abs(step);
        const row = (y + step) * width + x;
        across += weight * (grey[row + 1]! + grey[row + 2]! - grey[row - 1]! - grey[row - 2]!);
        const column = y * width + x + step;
        down += weight * (grey[column + width]! + grey[column + 2 * width]! - grey[column - width]! - grey[column - 2 * width]!);
      }
      const at = y * width + x;
      dx[at] = across / 18;
      dy[at] = down / 18;
      steep[at] = Math.sqrt(across * across + down * down) / 18;
    }
  }
  return { width, height, dx, dy, steep };
}

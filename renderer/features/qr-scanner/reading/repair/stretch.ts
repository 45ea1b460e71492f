/** A copy drawn larger, or in one direction only: a code seen from the side is too narrow for its marks to be told. */
import type { GreyPicture } from '../decoder.ts';
import type { Copy } from './copy.ts';

/** Bilinear. @param across, down factors of at least one half: below that pixels would be skipped */
export function stretched({ width, height, luma }: GreyPicture, across: number, down: number): Copy {
  const size = { width: Math.round(width * across), height: Math.round(height * down) };
  const columns = sources(size.width, width);
  const rows = sources(size.height, height);
  const drawn = new Uint8ClampedArray(size.width * size.height);
  for (let row = 0; row < size.height; row += 1) {
    const upper = rows.first[row]! * width;
    const lower = rows.second[row]! * width;
    const down256 = rows.share[row]!;
    for (let column = 0; column < size.width; column += 1) {
      const left = columns.first[column]!;
      const right = columns.second[column]!;
      const across256 = columns.share[column]!;
      const above = luma[upper + left]! * (256 - across256) + luma[upper + right]! * across256;
      const below = luma[lower + left]! * (256 - across256) + luma[lower + right]! * across256;
      drawn[row * size.width + column] = (above * (256 - down256) + below * down256) >> 16;
    }
  }
  return { picture: { ...size, luma: drawn }, toOriginal: (x, y) => ({ x: x / across, y: y / down }) };
}

/** For every pixel of a line of the copy: the two pixels it lies between, and the share of the second in 1/256. */
function sources(length: number, original: number) {
  const first = new Uint32Array(length);
  const second = new Uint32Array(length);
  const share = new Uint16Array(length);
  for (let index = 0; index < length; index += 1) {
    const at = Math.min(original - 1, Math.max(0, ((index + 0.5) * original) / length - 0.5));
    first[index] = Math.floor(at);
    second[index] = Math.min(original - 1, first[index]! + 1);
    share[index] = Math.round((at - first[index]!) * 256);
  }
  return { first, second, share };
}

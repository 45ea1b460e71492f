/** The mean brightness around each pixel, at a cost that does not depend on how far around. */
import type { GreyPicture } from '../decoder.ts';

/**
 * Means over squares of 2 × reach + 1 pixels, cut at the edges: a running sum along columns and one along rows
 * (the sliding form of the summed-area table, Crow 1984), so that nothing is added up twice.
 */
export function localMean({ width, height, luma }: GreyPicture, reach: number): Uint8ClampedArray {
  const means = new Uint8ClampedArray(luma.length);
  const columns = new Uint32Array(width);
  for (let row = 0; row < Math.min(reach, height); row += 1) add(columns, luma, row * width, width);
  for (let row = 0; row < height; row += 1) {
    if (row + reach < height) add(columns, luma, (row + reach) * width, width);
    if (row - reach > 0) subtract(columns, luma, (row - reach - 1) * width, width);
    const rows = Math.min(height, row + reach + 1) - Math.max(0, row - reach);
    meansOfRow(columns, means.subarray(row * width, (row + 1) * width), rows, reach);
  }
  return means;
}

function add(columns: Uint32Array, luma: Uint8ClampedArray, from: number, width: number): void {
  for (let column = 0; column < width; column += 1) columns[column]! += luma[from + column]!;
}

function subtract(columns: Uint32Array, luma: Uint8ClampedArray, from: number, width: number): void {
  for (let column = 0; column < width; column += 1) columns[column]! -= luma[from + column]!;
}

function meansOfRow(columns: Uint32Array, means: Uint8ClampedArray, rows: number, reach: number): void {
  const width = columns.length;
  let sum = 0;
  let count = Math.min(reach, width);
  for (let column = 0; column < count; column += 1) sum += columns[column]!;
  // A division a pixel is most of the time; its inverse changes only near the edges.
  let share = 1 / (count * rows);
  for (let column = 0; column < width; column += 1) {
    if (column + reach < width) {
      sum += columns[column + reach]!;
      count += 1;
    }
    if (column - reach > 0) {
      sum -= columns[column - reach - 1]!;
      count -= 1;
    }
    if (column <= reach + 1 || column + reach >= width) share = 1 / (count * rows);
    means[column] = sum * share;
  }
}

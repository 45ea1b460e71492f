/** Draws modules clean, so that a decoder reads what they say. */
import type { GreyPicture } from './decoder.ts';

const PIXELS_A_MODULE = 4;
/** Modules of paper a decoder wants around a symbol (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;
const PAPER = 255;

/** @param isInk of a module by row × side + column */
export function drawSymbol(side: number, isInk: (module: number) => boolean): GreyPicture {
  const size = (side + 2 * QUIET) * PIXELS_A_MODULE;
  const luma = new Uint8ClampedArray(size * size).fill(PAPER);
  for (let module = 0; module < side * side; module += 1) {
    if (!isInk(module)) continue;
    const left = ((module % side) + QUIET) * PIXELS_A_MODULE;
    const top = (Math.floor(module / side) + QUIET) * PIXELS_A_MODULE;
    for (let row = top; row < top + PIXELS_A_MODULE; row += 1) luma.fill(0, row * size + left, row * size + left + PIXELS_A_MODULE);
  }
  return { width: size, height: size, luma };
}

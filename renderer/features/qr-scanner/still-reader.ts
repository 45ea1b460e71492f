/** Reads the code of one still picture: there is no next frame, so every way of looking is tried at several sizes. */
import { ATTEMPTS, type DecodedCode, type Decoder, type GreyPicture } from './decoder.ts';
import { findCodes } from './find-codes.ts';
import type { StillResult } from './decode-protocol.ts';

/** A photograph of a phone has far more pixels than modules: a smaller copy averages moiré and noise away. */
const SMALLEST_SIDE = 300;

export function readStill(decoder: Decoder, picture: GreyPicture): Extract<StillResult, { kind: 'code' | 'several' | 'without-code' }> {
  const found = new Map<string, DecodedCode>();
  for (let copy = picture; Math.min(copy.width, copy.height) >= Math.min(SMALLEST_SIDE, picture.height, picture.width); copy = halved(copy)) {
    for (const attempt of ATTEMPTS) for (const code of findCodes(decoder, copy, attempt)) found.set(code.text, code);
    if (found.size > 0) break;
  }
  // Stripes inside a QR or of a page's ruling can read as a linear code: it counts only where nothing better was found.
  const codes = [...found.values()];
  const best = codes.some((code) => code.symbology === 'qr') ? codes.filter((code) => code.symbology === 'qr') : codes;
  const [code, other] = best;
  if (code === undefined) return { kind: 'without-code' };
  return other === undefined ? { kind: 'code', text: code.text } : { kind: 'several' };
}

function halved({ width, height, luma }: GreyPicture): GreyPicture {
  const half = { width: width >> 1, height: height >> 1 };
  const smaller = new Uint8ClampedArray(half.width * half.height);
  for (let row = 0; row < half.height; row += 1) {
    for (let column = 0; column < half.width; column += 1) {
      const at = 2 * row * width + 2 * column;
      smaller[row * half.width + column] = (luma[at]! + luma[at + 1]! + luma[at + width]! + luma[at + width + 1]!) >> 2;
    }
  }
  return { ...half, luma: smaller };
}

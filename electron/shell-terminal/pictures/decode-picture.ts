/** Finds a QR code in a grey picture; a file has no next frame, so every way of looking is tried. */
import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { type GreyPicture, turnPicture } from '../../../shared/util/turn-picture.ts';

const THOROUGH = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);
/** Below this a smaller copy only loses modules. */
const SMALLEST_SIDE = 300;
/** Quarter turns first, then askew: data that look like a finder mark in rows and columns do not along a slant. */
const ANGLES = [0, 90, 180, 270, 12, 25, 38, 50, 65, 115, 155] as const;

/** @returns the text of the code, or null where none can be read */
export function decodePicture(picture: GreyPicture): string | null {
  for (let copy = picture; ; copy = halved(copy)) {
    const text = decodeTurned(copy);
    if (text !== null) return text;
    // A photograph of a screen has more pixels than modules: a smaller copy averages its moiré away.
    if (Math.min(copy.width, copy.height) < 2 * SMALLEST_SIDE) return null;
  }
}

/** The decoder looks for marks row by row from the top left and misses some codes one way that it reads another way round. */
function decodeTurned(picture: GreyPicture): string | null {
  for (const degrees of ANGLES) {
    const text = decodeUpright(degrees === 0 ? picture : turnPicture(picture, degrees, 1).picture);
    if (text !== null) return text;
  }
  return null;
}

function decodeUpright({ luma, width, height }: GreyPicture): string | null {
  const source = new RGBLuminanceSource(luma, width, height);
  const bitmaps = [
    new HybridBinarizer(source),
    new GlobalHistogramBinarizer(source),
    // A phone in dark mode may show white modules on black.
    new HybridBinarizer(new InvertedLuminanceSource(source)),
  ];
  for (const bitmap of bitmaps) {
    try {
      return new QRCodeReader().decode(new BinaryBitmap(bitmap), THOROUGH).getText();
    } catch {
      // The library says "no code here" by throwing one of several kinds of its own.
    }
  }
  return null;
}

function halved({ width, height, luma }: GreyPicture): GreyPicture {
  const half = { width: width >> 1, height: height >> 1 };
  const smaller = new Uint8ClampedArray(half.width * half.height);
  for (let row = 0; row < half.height; row += 1) {
    for (let column = 0; column < half.width; column += 1) {
      const at = 2 * row * width + 2 * column;
      smaller[row * half.width + column] = (luma[at]! + luma[at + 1]! + luma[at + width]! + luma[at + width + 1]!) / 4;
    }
  }
  return { ...half, luma: smaller };
}

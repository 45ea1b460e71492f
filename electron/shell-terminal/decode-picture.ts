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

/** Brightness of each pixel, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  luma: Uint8ClampedArray;
}

const THOROUGH = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);
/** Below this a smaller copy only loses modules. */
const SMALLEST_SIDE = 300;

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
  let turned = picture;
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const text = decodeUpright(turned);
    if (text !== null) return text;
    turned = quarterTurn(turned);
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

function quarterTurn({ width, height, luma }: GreyPicture): GreyPicture {
  const turned = new Uint8ClampedArray(luma.length);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) turned[column * height + height - 1 - row] = luma[row * width + column]!;
  }
  return { width: height, height: width, luma: turned };
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

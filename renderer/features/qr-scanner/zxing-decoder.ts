/** The decoder of @zxing/browser (its DOM-free half, @zxing/library) behind our interface. */
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  MultiFormatOneDReader,
  PlanarYUVLuminanceSource,
  QRCodeReader,
  type Reader,
  type Result,
} from '@zxing/library';
import type { DecodedCode, Decoder } from './decoder.ts';

/** Linear codes on the back of old identity cards; others (goods, parcels) are not looked for. */
const LINEAR_FORMATS = [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39];

/** Without the hint the library guesses a charset by statistics, which turns Kazakh letters into other ones. */
const hints = (extra: [DecodeHintType, unknown][] = []) =>
  new Map<DecodeHintType, unknown>([[DecodeHintType.CHARACTER_SET, 'UTF-8'], ...extra]);
const THOROUGH = hints([[DecodeHintType.TRY_HARDER, true]]);
const QUICK = hints();
const LINEAR = hints([[DecodeHintType.POSSIBLE_FORMATS, LINEAR_FORMATS]]);

export function createZxingDecoder(): Decoder {
  const qr = new QRCodeReader();
  const linear = new MultiFormatOneDReader(LINEAR);

  return {
    decode(picture, attempt) {
      const source = new PlanarYUVLuminanceSource(
        picture.luma,
        picture.width,
        picture.height,
        0,
        0,
        picture.width,
        picture.height,
        false,
      );
      switch (attempt) {
        case 'plain':
          return read(qr, new BinaryBitmap(new HybridBinarizer(source)), QUICK, 'qr');
        case 'inverted':
          return read(qr, new BinaryBitmap(new HybridBinarizer(new InvertedLuminanceSource(source))), QUICK, 'qr');
        case 'thorough':
          return read(qr, new BinaryBitmap(new HybridBinarizer(source)), THOROUGH, 'qr');
        case 'level-light':
          return read(qr, new BinaryBitmap(new GlobalHistogramBinarizer(source)), THOROUGH, 'qr');
        case 'linear':
          return read(linear, new BinaryBitmap(new HybridBinarizer(source)), LINEAR, 'linear');
      }
    },
  };
}

function read(
  reader: Reader,
  bitmap: BinaryBitmap,
  hint: Map<DecodeHintType, unknown>,
  symbology: DecodedCode['symbology'],
): DecodedCode | null {
  try {
    return decodedCode(reader.decode(bitmap, hint), symbology);
  } catch {
    // The library says "no code here" by throwing, and a half-seen symbol can send it outside its arrays as well:
    // for one frame of a film both are the same answer.
    return null;
  }
}

function decodedCode(result: Result, symbology: DecodedCode['symbology']): DecodedCode | null {
  const text = result.getText();
  const points = (result.getResultPoints() ?? []).filter((point) => point !== null && point !== undefined);
  if (text === '' || points.length === 0) return null;
  const xs = points.map((point) => point.getX());
  const ys = points.map((point) => point.getY());
  return { text, symbology, box: { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) } };
}


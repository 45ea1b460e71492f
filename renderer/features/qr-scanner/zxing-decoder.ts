/** The decoder of @zxing/browser (its DOM-free half, @zxing/library) behind our interface. */
import {
  BarcodeFormat,
  type Binarizer,
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
import { type GreyPicture, turnPicture, type TurnedPicture } from '../../../shared/util/turn-picture.ts';
import type { DecodedCode, Decoder } from './decoder.ts';

/** Linear codes on the back of old identity cards; others (goods, parcels) are not looked for. */
const LINEAR_FORMATS = [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39];

/** Without the hint the library guesses a charset by statistics, which turns Kazakh letters into other ones. */
const hints = (extra: [DecodeHintType, unknown][] = []) =>
  new Map<DecodeHintType, unknown>([[DecodeHintType.CHARACTER_SET, 'UTF-8'], ...extra]);
const THOROUGH = hints([[DecodeHintType.TRY_HARDER, true]]);
const QUICK = hints();
const LINEAR = hints([[DecodeHintType.POSSIBLE_FORMATS, LINEAR_FORMATS]]);

/**
 * The library takes the three strongest finder marks and does not ask whether they stand in a right angle: in one code
 * of ten the data happen to look like a fourth mark and spoil the choice. From another angle they do not.
 */
const TURNS = { turned: 20, 'turned-far': 70 } as const;

export function createZxingDecoder(): Decoder {
  const qr = new QRCodeReader();
  const linear = new MultiFormatOneDReader(LINEAR);

  return {
    decode(picture, attempt) {
      const source = sourceOf(picture);
      switch (attempt) {
        case 'plain':
          return read(qr, new HybridBinarizer(source), QUICK, 'qr');
        case 'turned':
        case 'turned-far':
          return readTurned(qr, picture, TURNS[attempt]);
        case 'inverted':
          return read(qr, new HybridBinarizer(new InvertedLuminanceSource(source)), QUICK, 'qr');
        case 'thorough':
          return read(qr, new HybridBinarizer(source), THOROUGH, 'qr');
        case 'level-light':
          return read(qr, new GlobalHistogramBinarizer(source), THOROUGH, 'qr');
        case 'linear':
          return read(linear, new HybridBinarizer(source), LINEAR, 'linear');
      }
    },
  };
}

const sourceOf = ({ width, height, luma }: GreyPicture) => new PlanarYUVLuminanceSource(luma, width, height, 0, 0, width, height, false);

/** Half the pixels a side are a quarter of the work, and still enough of them a module. */
const TURNED_SCALE = 0.5;

function readTurned(reader: Reader, picture: GreyPicture, degrees: number): DecodedCode | null {
  const turned = turnPicture(picture, degrees, TURNED_SCALE);
  return read(reader, new HybridBinarizer(sourceOf(turned.picture)), QUICK, 'qr', turned.toOriginal);
}

const AS_IT_IS = (x: number, y: number) => ({ x, y });

function read(
  reader: Reader,
  binarizer: Binarizer,
  hint: Map<DecodeHintType, unknown>,
  symbology: DecodedCode['symbology'],
  toOriginal: TurnedPicture['toOriginal'] = AS_IT_IS,
): DecodedCode | null {
  let result: Result;
  try {
    result = reader.decode(new BinaryBitmap(binarizer), hint);
  } catch {
    // The library says "no code here" by throwing, and a half-seen symbol can send it outside its arrays as well:
    // for one frame of a film both are the same answer.
    return null;
  }
  const text = result.getText();
  const marks = (result.getResultPoints() ?? [])
    .filter((point) => point !== null && point !== undefined)
    .map((point) => toOriginal(point.getX(), point.getY()));
  if (text === '' || marks.length === 0) return null;
  const xs = marks.map(({ x }) => x);
  const ys = marks.map(({ y }) => y);
  return { text, symbology, box: { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) } };
}

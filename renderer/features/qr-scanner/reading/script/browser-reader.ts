/** The readers of @zxing/browser on grey pictures: the half of the library that needs no document, so that a worker can run it. */
import { BrowserMultiFormatOneDReader, BrowserQRCodeReader } from '@zxing/browser';
import {
  BarcodeFormat,
  type Binarizer,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  PlanarYUVLuminanceSource,
  type Result,
} from '@zxing/library';
import { type GreyPicture, turnPicture, type TurnedPicture } from '../../../../../shared/util/turn-picture.ts';
import type { DecodedCode } from '../decoder.ts';
import type { SingleReader } from './single-reader.ts';

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

export function createBrowserReader(): SingleReader {
  const quick = new BrowserQRCodeReader(QUICK);
  const thorough = new BrowserQRCodeReader(THOROUGH);
  const linear = new BrowserMultiFormatOneDReader(LINEAR);

  return {
    decode(picture, attempt) {
      const source = sourceOf(picture);
      switch (attempt) {
        case 'plain':
          return read(quick, new HybridBinarizer(source), 'qr');
        case 'turned':
        case 'turned-far':
          return readTurned(quick, picture, TURNS[attempt]);
        case 'inverted':
          return read(quick, new HybridBinarizer(new InvertedLuminanceSource(source)), 'qr');
        case 'thorough':
          return read(thorough, new HybridBinarizer(source), 'qr');
        case 'level-light':
          return read(thorough, new GlobalHistogramBinarizer(source), 'qr');
        case 'linear':
          return read(linear, new HybridBinarizer(source), 'linear');
      }
    },
  };
}

const sourceOf = ({ width, height, luma }: GreyPicture) => new PlanarYUVLuminanceSource(luma, width, height, 0, 0, width, height, false);

/** Half the pixels a side are a quarter of the work, and still enough of them a module. */
const TURNED_SCALE = 0.5;

function readTurned(reader: BrowserQRCodeReader, picture: GreyPicture, degrees: number): DecodedCode | null {
  const turned = turnPicture(picture, degrees, TURNED_SCALE);
  return read(reader, new HybridBinarizer(sourceOf(turned.picture)), 'qr', turned.toOriginal);
}

const AS_IT_IS = (x: number, y: number) => ({ x, y });

function read(
  reader: { decodeBitmap(bitmap: BinaryBitmap): Result },
  binarizer: Binarizer,
  symbology: DecodedCode['symbology'],
  toOriginal: TurnedPicture['toOriginal'] = AS_IT_IS,
): DecodedCode | null {
  let result: Result;
  try {
    result = reader.decodeBitmap(new BinaryBitmap(binarizer));
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

/** Describes the one face of a picture by 128 numbers, and says whether the picture is good enough to speak against somebody. */
import { greyOf, measureLight, sharpnessOf } from '../../../shared/util/measure-picture.ts';
import { decodePicture, type RgbPicture } from './decode-picture.ts';
import type { FaceModel } from './face-model.ts';

export type DescribedFace =
  /** `descriptor`: faces are as far apart as these points; `good`: size, light and sharpness of the face passed their limits. */
  | { state: 'described'; descriptor: Float32Array; good: boolean; box: readonly [left: number, top: number, width: number, height: number] }
  | { state: 'no-face' }
  | { state: 'several-faces' };

/** Below this confidence the detector sees faces in patterns. */
const CONFIDENCE = 0.4;
/** A smaller second face, such as the ghost portrait of a card, is not a second person. */
const SECOND_PERSON_SHARE = 0.15;
/** Of the whole face; the portrait of a card photographed at half the width of a 1280-pixel picture has some 115. */
const WIDTH_MIN = 80;
const LIGHT = { min: 50, max: 235 };
/** As measured on the face at a fixed width: portraits from cards and cameras have above 100, blurred ones below 15. */
const SHARPNESS_MIN = 30;
const PATCH_WIDTH = 112;

export async function describeFace(api: FaceModel, bytes: Uint8Array): Promise<DescribedFace> {
  const picture = decodePicture(bytes);
  if (picture === null) return { state: 'no-face' };
  const tensor = api.tf.tensor3d(picture.rgb, [picture.height, picture.width, 3], 'int32');
  try {
    const options = new api.SsdMobilenetv1Options({ minConfidence: CONFIDENCE, maxResults: 8 });
    const found = await api.detectAllFaces(tensor as unknown as HTMLCanvasElement, options).withFaceLandmarks().withFaceDescriptors();
    const [largest, second] = found.toSorted((a, b) => b.detection.box.area - a.detection.box.area);
    if (largest === undefined) return { state: 'no-face' };
    const { box } = largest.detection;
    if (second !== undefined && second.detection.box.area > box.area * SECOND_PERSON_SHARE) return { state: 'several-faces' };
    const place = [box.x, box.y, box.width, box.height] as const;
    return { state: 'described', descriptor: largest.descriptor, good: isGood(picture, place), box: place };
  } finally {
    tensor.dispose();
  }
}

function isGood(picture: RgbPicture, box: readonly [number, number, number, number]): boolean {
  if (box[2] < WIDTH_MIN) return false;
  const patch = greyOf(cutOut(picture, box));
  const light = measureLight(patch);
  return light >= LIGHT.min && light <= LIGHT.max && sharpnessOf(patch) >= SHARPNESS_MIN;
}

/** The box at the fixed width; each point is the mean of those it covers. */
function cutOut({ width, height, rgb }: RgbPicture, [left, top, boxWidth, boxHeight]: readonly [number, number, number, number]) {
  const rows = Math.max(8, Math.round((PATCH_WIDTH * boxHeight) / boxWidth));
  const data = new Uint8Array(PATCH_WIDTH * rows * 4);
  const step = boxWidth / PATCH_WIDTH;
  const within = (value: number, limit: number) => Math.min(limit - 1, Math.max(0, Math.floor(value)));
  for (let row = 0; row < rows; row += 1) {
    const [y0, y1] = [within(top + row * step, height), within(top + (row + 1) * step, height)];
    for (let column = 0; column < PATCH_WIDTH; column += 1) {
      const [x0, x1] = [within(left + column * step, width), within(left + (column + 1) * step, width)];
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        let count = 0;
        for (let y = y0; y <= Math.max(y0, y1 - 1); y += 1) {
          for (let x = x0; x <= Math.max(x0, x1 - 1); x += 1) {
            sum += rgb[(y * width + x) * 3 + channel]!;
            count += 1;
          }
        }
        data[(row * PATCH_WIDTH + column) * 4 + channel] = sum / count;
      }
    }
  }
  return { width: PATCH_WIDTH, height: rows, data };
}

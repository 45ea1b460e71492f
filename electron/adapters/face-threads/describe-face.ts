/** Describes the one face of a picture: by 128 numbers for comparing, by its measures for judging the portrait, and whether it may speak against somebody. */
import type { MeasuredFace } from '../../ports/issuance/portrait-examiner.ts';
import { decodePicture } from './decode-picture.ts';
import type { FaceModel } from './face-model.ts';
import { measureFace } from './measure-face.ts';

export type DescribedFace =
  /** `descriptor`: faces are as far apart as these points; `good`: size, light and sharpness of the face passed their limits. */
  | { state: 'described'; descriptor: Float32Array; good: boolean; face: MeasuredFace }
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
    const face = measureFace(picture, { box, points: largest.landmarks.positions });
    return { state: 'described', descriptor: largest.descriptor, good: box.width >= WIDTH_MIN && isClear(face), face };
  } finally {
    tensor.dispose();
  }
}

const isClear = ({ light, sharpness }: MeasuredFace): boolean => light >= LIGHT.min && light <= LIGHT.max && sharpness >= SHARPNESS_MIN;

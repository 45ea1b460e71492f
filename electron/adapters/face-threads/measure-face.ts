/** Turns the face that was found in a picture into the numbers of a portrait: place, light, pose, sharpness. */
import type { MeasuredFace } from '../../ports/issuance/portrait-examiner.ts';
import { type GreyPatch, greyOf, measureLight, measureSpot, sharpnessOf } from '../../../shared/util/measure-picture.ts';
import type { RgbPicture } from './decode-picture.ts';

export interface Point {
  x: number;
  y: number;
}

/** In points of the picture; `points` as the 68 of iBUG 300-W. */
export interface FoundFace {
  box: { x: number; y: number; width: number; height: number };
  points: readonly Point[];
}

/** The rims of the face beside the ears, the tip and the wings of the nose, the corners of both eyes; left and right of the picture. */
const RIM = { left: 0, right: 16 };
const JAW = { left: 2, right: 14 };
const NOSE = { tip: 30, left: 31, right: 35 };
const EYES = { left: [36, 39], right: [42, 45] } as const;
/** Half a side of the squares cheeks are measured in, as a share of the distance of the eyes. */
const SPOT_SHARE = 0.12;
const PATCH_WIDTH = 112;

export function measureFace(picture: RgbPicture, { box, points }: FoundFace): MeasuredFace {
  const at = (index: number): Point => points[index]!;
  const [left, right] = [middle(at(EYES.left[0]), at(EYES.left[1])), middle(at(EYES.right[0]), at(EYES.right[1]))];
  const patch = greyOf(patchOf(picture, box));
  const half = Math.hypot(right.x - left.x, right.y - left.y) * SPOT_SHARE * (PATCH_WIDTH / box.width);
  const cheeks = [middle(at(NOSE.left), at(JAW.left)), middle(at(NOSE.right), at(JAW.right))].map((point) => spotOf(patch, box, point, half));
  const [leftCheek, rightCheek] = [cheeks[0]!, cheeks[1]!];
  return {
    height: box.height / picture.height,
    offset: Math.max(Math.abs((box.x + box.width / 2) / picture.width - 0.5), Math.abs((box.y + box.height / 2) / picture.height - 0.5)),
    light: measureLight(patch),
    sideLight: leftCheek + rightCheek === 0 ? 0 : Math.abs(leftCheek - rightCheek) / ((leftCheek + rightCheek) / 2),
    roll: (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI,
    nose: (at(NOSE.tip).x - at(RIM.left).x) / (at(RIM.right).x - at(RIM.left).x),
    sharpness: sharpnessOf(patch),
  };
}

const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** @param point of the whole picture, measured in the patch that shows its face */
function spotOf(patch: GreyPatch, box: FoundFace['box'], { x, y }: Point, half: number): number {
  const scale = PATCH_WIDTH / box.width;
  return measureSpot(patch, (x - box.x) * scale, (y - box.y) * scale, half).mean;
}

/** The face at the fixed width sharpness is measured at; each point is the mean of those it covers. */
function patchOf({ width, height, rgb }: RgbPicture, box: FoundFace['box']) {
  const rows = Math.max(8, Math.round((PATCH_WIDTH * box.height) / box.width));
  const data = new Uint8Array(PATCH_WIDTH * rows * 4);
  const step = box.width / PATCH_WIDTH;
  const within = (value: number, limit: number) => Math.min(limit - 1, Math.max(0, Math.floor(value)));
  for (let row = 0; row < rows; row += 1) {
    const [y0, y1] = [within(box.y + row * step, height), within(box.y + (row + 1) * step, height)];
    for (let column = 0; column < PATCH_WIDTH; column += 1) {
      const [x0, x1] = [within(box.x + column * step, width), within(box.x + (column + 1) * step, width)];
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

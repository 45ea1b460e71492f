/** Turns what the face model found in one frame into the numbers of an observation. */
import type { SeenFace } from './face-observation.ts';
import { type GreyPatch, measureSpot, sharpnessOf } from '../../../../shared/util/measure-picture.ts';
import { CHIN, EYES, FOREHEAD_TOP, MOUTH, SKIN } from './mesh-points.ts';

export type MeshPoint = readonly [x: number, y: number, ...rest: (number | undefined)[]];

/** The parts of the model's answer that are used. */
export interface FoundFace {
  /** In pixels of the frame. */
  mesh: readonly MeshPoint[];
  /** Radians. */
  angle: { yaw: number; pitch: number; roll: number };
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const distance = (a: MeshPoint, b: MeshPoint): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The rectangle around all points of a mesh. */
export function boxOf(mesh: readonly MeshPoint[]): [left: number, top: number, width: number, height: number] {
  const xs = mesh.map(([x]) => x);
  const ys = mesh.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/**
 * @param frame grey values of the whole frame.
 * @param patch the face alone, at the fixed size sharpness is measured at.
 */
export function observeFace({ mesh, angle }: FoundFace, frame: GreyPatch, patch: GreyPatch): SeenFace {
  const point = (index: number): MeshPoint => mesh[index]!;
  const eyes = EYES.map((indices) => indices.map(point));
  const [left, right] = eyes.map((points) => centreOf(points)) as [MeshPoint, MeshPoint];
  const eyeDistance = distance(left, right);
  const half = eyeDistance * SPOT_SHARE;
  const spots = [SKIN.left, SKIN.right, SKIN.forehead].map((index) => measureSpot(frame, point(index)[0], point(index)[1], half));
  const [leftCheek, rightCheek] = [spots[0]!.mean, spots[1]!.mean];
  const box = boxOf(mesh);
  return {
    box,
    yaw: degrees(angle.yaw),
    pitch: degrees(angle.pitch),
    roll: degrees(Math.atan2(right[1] - left[1], right[0] - left[0])),
    eyes: (openingOf(eyes[0]!) + openingOf(eyes[1]!)) / 2,
    mouth: distance(point(MOUTH.upper), point(MOUTH.lower)) / distance(point(MOUTH.left), point(MOUTH.right)),
    eyeDistance,
    height: distance(point(CHIN), point(FOREHEAD_TOP)) / frame.height,
    offset: Math.max(Math.abs((box[0] + box[2] / 2) / frame.width - 0.5), Math.abs((box[1] + box[3] / 2) / frame.height - 0.5)),
    light: spots.reduce((sum, { mean }) => sum + mean, 0) / spots.length,
    glare: spots.reduce((sum, { burnt }) => sum + burnt, 0) / spots.length,
    sideLight: leftCheek + rightCheek === 0 ? 0 : Math.abs(leftCheek - rightCheek) / ((leftCheek + rightCheek) / 2),
    sharpness: sharpnessOf(patch),
  };
}

/** Half a side of the squares skin is measured in, as a share of the distance of the eyes. */
const SPOT_SHARE = 0.12;

function centreOf(points: readonly MeshPoint[]): MeshPoint {
  return [points.reduce((sum, [x]) => sum + x, 0) / points.length, points.reduce((sum, [, y]) => sum + y, 0) / points.length];
}

/** Eye-aspect ratio: both heights of the opening over twice its width. */
function openingOf(points: readonly MeshPoint[]): number {
  const [outer, upperOuter, upperInner, inner, lowerInner, lowerOuter] = points as [MeshPoint, MeshPoint, MeshPoint, MeshPoint, MeshPoint, MeshPoint];
  return (distance(upperOuter, lowerOuter) + distance(upperInner, lowerInner)) / (2 * distance(outer, inner));
}

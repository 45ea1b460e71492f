/** Is the face before the camera the face on the card, and the same all the while? By thresholds of policy, and nothing against a person from a bad picture. */
import type { FaceOutcome } from '../../../shared/domain/identification/identification.ts';
import type { PolicyNumberName } from '../../../shared/domain/policy.ts';

type Numbers = Readonly<Record<PolicyNumberName, number>>;

export interface FaceQuestion {
  /** L2 distance between two 128-dimensional descriptors: 0 the same picture, beyond 0.7 strangers. */
  distance: number;
  /** Every quality gate of both pictures passed: size, sharpness, light, one face. */
  goodPictures: boolean;
}

/** A likeness counts whatever the pictures; a difference counts only when the pictures were good. */
export function judgeFace({ distance, goodPictures }: FaceQuestion, numbers: Numbers): FaceOutcome {
  if (!Number.isFinite(distance) || distance < 0) return 'retake';
  if (distance * 1000 <= numbers.faceMatchMaxMilli) return 'match';
  if (!goodPictures) return 'retake';
  return distance * 1000 <= numbers.faceDoubtMaxMilli ? 'moderation' : 'mismatch';
}

/** Whether the person of the selfie is the one of the picture that is farthest from it; turned heads are in it, so a doubt is for a human and never a mismatch. */
export function judgeSession({ distance, goodPictures }: FaceQuestion, numbers: Numbers): FaceOutcome {
  if (distance * 1000 <= numbers.faceSessionMaxMilli) return 'match';
  return goodPictures ? 'moderation' : 'retake';
}

/** One answer from several pictures of one person, so that one unlucky frame decides nothing; the bad ones count only where no good one is. */
export function medianFrame(frames: readonly FaceQuestion[]): FaceQuestion | null {
  const { distances, good } = countedFrames(frames);
  const middle = distances.length >> 1;
  const [lower, upper] = [distances[distances.length % 2 === 0 ? middle - 1 : middle], distances[middle]];
  return lower === undefined || upper === undefined ? null : { distance: (lower + upper) / 2, goodPictures: good };
}

export function farthestFrame(frames: readonly FaceQuestion[]): FaceQuestion | null {
  const { distances, good } = countedFrames(frames);
  const distance = distances.at(-1);
  return distance === undefined ? null : { distance, goodPictures: good };
}

function countedFrames(frames: readonly FaceQuestion[]): { distances: number[]; good: boolean } {
  const good = frames.filter(({ goodPictures }) => goodPictures);
  const counted = good.length > 0 ? good : frames;
  return { distances: counted.map(({ distance }) => distance).toSorted((a, b) => a - b), good: good.length > 0 };
}

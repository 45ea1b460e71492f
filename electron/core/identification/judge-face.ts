/** Is the face before the camera the face on the card? Three answers by thresholds of policy, and none against a person from a bad picture. */
import type { FaceOutcome } from '../../../shared/domain/identification.ts';
import type { PolicyNumberName } from '../../../shared/domain/policy.ts';

export interface FaceQuestion {
  /** L2 distance between two 128-dimensional descriptors, the median over several frontal frames: 0 the same picture, beyond 0.7 strangers. */
  distance: number;
  /** Every quality gate of both pictures passed: size, sharpness, light, pose, one face. */
  goodPictures: boolean;
}

/** A likeness counts whatever the pictures; a difference counts only when the pictures were good. */
export function judgeFace({ distance, goodPictures }: FaceQuestion, numbers: Readonly<Record<PolicyNumberName, number>>): FaceOutcome {
  if (!Number.isFinite(distance) || distance < 0) return 'retake';
  if (distance * 1000 <= numbers.faceMatchMaxMilli) return 'match';
  if (!goodPictures) return 'retake';
  return distance * 1000 <= numbers.faceDoubtMaxMilli ? 'moderation' : 'mismatch';
}

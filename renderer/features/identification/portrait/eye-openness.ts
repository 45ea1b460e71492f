/** How wide the eyes on a single photograph stand open; what that means is for the core to say. */
import type { FaceObservation } from '../face/face-observation.ts';

/** @returns null where the mesh found no face, or several */
export const eyeOpenness = ({ faces, face }: FaceObservation): number | null => (face === null || faces > 1 ? null : face.eyes);

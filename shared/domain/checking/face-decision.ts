/** What the operator says after comparing the person with the photograph. */
import { z } from 'zod';

export const FACE_REFUSALS = [
  'face-differs',
  'person-absent',
  'person-unresponsive',
  'under-dictation',
  'photo-missing',
  'client-left',
] as const;
export const FaceRefusal = z.enum(FACE_REFUSALS);
export type FaceRefusal = z.infer<typeof FaceRefusal>;

export const FaceDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('same-person') }),
  z.strictObject({ decision: z.literal('refused'), reason: FaceRefusal }),
]);
export type FaceDecision = z.infer<typeof FaceDecision>;

/** What video-identification asks of a person and what it found; pictures and descriptors never leave the page that made them. */
import { z } from 'zod';

/** Directions are the person's own: the picture they see of themselves is mirrored. */
export const LivenessChallenge = z.enum(['turn-left', 'turn-right', 'chin-up', 'chin-down', 'blink']);
export type LivenessChallenge = z.infer<typeof LivenessChallenge>;

/** `retake`: the pictures are not good enough to say anything against the person. */
export const FaceOutcome = z.enum(['match', 'moderation', 'mismatch', 'retake']);
export type FaceOutcome = z.infer<typeof FaceOutcome>;

export const CARD_FIELDS = ['iin', 'number', 'surname', 'name', 'patronymic', 'birthDate', 'expiresOn'] as const;
export const CardField = z.enum(CARD_FIELDS);
export type CardField = z.infer<typeof CardField>;

/** What was read from a card and confirmed by the person; days as YYYY-MM-DD, null where it could not be read. */
export const CardData = z.record(CardField, z.string().max(100).nullable());
export type CardData = z.infer<typeof CardData>;

/** `equal-folded`: one name in Kazakh and in Russian spelling. `damaged`: letters were lost on the way, so nothing was compared. */
export const FieldComparison = z.enum(['equal', 'equal-folded', 'different', 'damaged', 'unread', 'not-registered']);
export type FieldComparison = z.infer<typeof FieldComparison>;

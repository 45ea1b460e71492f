/** Numbers by which movements before a camera are judged; degrees are those of the face model, always relative to the person's own neutral pose. */
import { z } from 'zod';

const degrees = z.number().positive().max(90);
const share = z.number().positive().max(1);
const ms = z.int().positive();

export const LivenessRules = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.\d+$/),
    source: z.string().min(10).max(300),
    /** A turn or a nod this far from neutral is the movement asked for. */
    turnDegrees: degrees,
    nodDegrees: degrees,
    /** Within this the head is back where it was. */
    neutralDegrees: degrees,
    /** Beyond these a movement nobody asked for is a strike; a nod only while the head is not turned, which tilts it too. */
    wrongTurnDegrees: degrees,
    wrongNodDegrees: degrees,
    wrongNodOnlyWithinTurnDegrees: degrees,
    /** Frames one after the other that must show a movement. */
    framesInARow: z.int().positive(),
    /** Good frames the neutral pose is the median of. */
    neutralFrames: z.int().positive(),
    /** Opening of the eyes as a share of neutral: closed below the first, open again above the second. */
    blinkClosedShare: share,
    blinkOpenShare: share,
    blinkMaxMs: ms,
    /** Turning the head moves the eyelids too: a blink counts only this near to neutral. */
    blinkStraightDegrees: degrees,
    /** Height of the face and distance of its centre from the middle, as shares of the frame. */
    faceHeightMin: share,
    faceHeightMax: share,
    faceOffsetMax: share,
    /** So many wrong movements end the session. */
    strikes: z.int().positive(),
    challengeMaxMs: ms,
    neutralMaxMs: ms,
    faceLostMs: ms,
  })
  .refine((rules) => rules.neutralDegrees < rules.nodDegrees && rules.nodDegrees < rules.turnDegrees, 'neutral, nod and turn overlap')
  .refine((rules) => rules.turnDegrees < rules.wrongTurnDegrees && rules.nodDegrees < rules.wrongNodDegrees, 'a right movement would be a wrong one')
  .refine((rules) => rules.blinkClosedShare < rules.blinkOpenShare, 'closed eyes would be open ones')
  .refine((rules) => rules.faceHeightMin < rules.faceHeightMax, 'no height is right');
export type LivenessRules = z.infer<typeof LivenessRules>;

/** What the face model measured in one frame of the camera; the picture itself stays in the page. */
export const FaceFrame = z.strictObject({
  /** Milliseconds since the session began; never decreasing. */
  atMs: z.number().nonnegative(),
  faces: z.int().nonnegative().max(10),
  /** Of the largest face; zero without one. Yaw falls when the person turns to their own left, pitch when the chin goes up. */
  yaw: z.number().min(-180).max(180),
  pitch: z.number().min(-180).max(180),
  /** Opening of the eyes: height through width. */
  eyes: z.number().nonnegative().max(2),
  height: z.number().nonnegative().max(2),
  offset: z.number().nonnegative().max(2),
});
export type FaceFrame = z.infer<typeof FaceFrame>;

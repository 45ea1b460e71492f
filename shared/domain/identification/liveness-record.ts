/** What the citizen's page hands the identification service about a session of movements; the service judges it again by the frames. */
import { z } from 'zod';
import { LivenessChallenge } from './identification.ts';
import { FaceFrame } from './liveness-rules.ts';

/** What speaks for pictures that come from a program instead of a camera. None of them is a proof; all are shown to the operator. */
export const CameraSuspicion = z.enum(['virtual-camera-name', 'no-name', 'no-capabilities', 'frozen-picture']);
export type CameraSuspicion = z.infer<typeof CameraSuspicion>;

/** The device as the browser describes it; the label is the maker's name of the camera. */
export const CameraFacts = z.strictObject({
  label: z.string().max(200),
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  frameRate: z.number().nonnegative(),
  suspicions: z.array(CameraSuspicion).max(10),
});
export type CameraFacts = z.infer<typeof CameraFacts>;

/** A picture taken in the session: `name` is the material's, the hash that of its bytes. */
export const LivenessStill = z.strictObject({
  name: z.string().regex(/^liveness-\d{1,2}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.number().nonnegative(),
  /** Null for the picture of the neutral pose. */
  challenge: LivenessChallenge.nullable(),
});
export type LivenessStill = z.infer<typeof LivenessStill>;

export const LivenessRecord = z.strictObject({
  /** The face engine: libraries and the hash over its model files. */
  engine: z.string().max(200),
  rulesVersion: z.string().max(20),
  plan: z.array(LivenessChallenge).max(10),
  camera: CameraFacts,
  /** Measured frames a second in this session. */
  framesPerSecond: z.number().nonnegative(),
  frames: z.array(FaceFrame).max(4000),
  stills: z.array(LivenessStill).max(20),
});
export type LivenessRecord = z.infer<typeof LivenessRecord>;

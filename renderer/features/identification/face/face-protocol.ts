/** What page and face worker say to each other: pictures go in, numbers and the stills that were asked for come out. */
import type { FaceObservation, Still } from './face-observation.ts';

export type FaceRequest =
  | { kind: 'open' }
  /** The picture is the worker's from then on. */
  | { kind: 'look'; id: number; picture: ImageBitmap; atMs: number }
  /** The newest frame, or the best portrait since `forget`. */
  | { kind: 'still'; id: number; of: StillChoice }
  | { kind: 'forget' };

export type StillChoice = 'newest' | 'best-portrait';

export type FaceReport =
  | { kind: 'opened'; readiness: EngineReadiness }
  | { kind: 'failed' }
  | { kind: 'seen'; id: number; observation: FaceObservation }
  /** The model failed at this frame; it may not at the next. */
  | { kind: 'unseen'; id: number }
  | { kind: 'still'; id: number; still: Still | null };

export interface EngineReadiness {
  /** From the start of the worker to the first measured frame. */
  readyMs: number;
  /** One frame with a face, the quickest of a few after the first. */
  frameMs: number;
}

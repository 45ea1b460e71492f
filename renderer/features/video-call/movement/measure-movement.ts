/** Measures how the citizen moves in the picture that comes: numbers for the core to judge, handed over as they are made. */
import type { FaceFrame } from '../../../../shared/domain/identification/liveness-rules.ts';
import type { FaceEngine } from '../../identification/face/face-engine.ts';
import { frameOf } from '../../identification/liveness/frame-of.ts';

/** A turn of the head takes about a second; more frames than this would only take from the call what it needs to be seen. */
const LEAST_FRAME_MS = 120;
const HAND_OVER_MS = 500;

/** @param hand never called with nothing @returns stops measuring; what is not handed over by then is dropped */
export function measureMovement(engine: FaceEngine, remote: MediaStream, hand: (frames: FaceFrame[]) => void): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = remote;
  // Of a page that was never touched; a call begins with a press.
  void video.play().catch(() => undefined);
  let frames: FaceFrame[] = [];
  const watch = engine.watch(video, (observation) => void frames.push(frameOf(observation)), LEAST_FRAME_MS);
  const handing = setInterval(() => {
    if (frames.length === 0) return;
    hand(frames);
    frames = [];
  }, HAND_OVER_MS);
  return () => {
    clearInterval(handing);
    watch.stop();
    video.srcObject = null;
  };
}

/** Takes the citizen's portrait by itself: advice while something is wrong, then the best of the good frames of a short while. */
import type { FaceEngine } from '../face/face-engine.ts';
import type { FaceObservation, Still } from '../face/face-observation.ts';
import { judgePortrait, type PortraitAdvice } from './judge-portrait.ts';

export interface SelfieProgress {
  advice: PortraitAdvice | null;
  /** 0–1: good frames of those that are wanted before the picture is taken. */
  held: number;
  observation: FaceObservation;
}

export interface SelfieTaking {
  /** The picture with what was measured in it; null when stopped before. */
  readonly taken: Promise<Still | null>;
  stop(): void;
}

/** Good frames in a row, so that nobody is photographed in passing; the best of them is kept. */
const WANTED_FRAMES = 8;

export function takeSelfie(engine: FaceEngine, video: HTMLVideoElement, tell: (progress: SelfieProgress) => void): SelfieTaking {
  const { promise: taken, resolve } = Promise.withResolvers<Still | null>();
  let good = 0;
  let done = false;
  const watch = engine.watch(video, (observation) => {
    if (done) return;
    const advice = judgePortrait(observation);
    if (advice !== null && good > 0) watch.forgetBest();
    good = advice === null ? good + 1 : 0;
    tell({ advice, held: Math.min(1, good / WANTED_FRAMES), observation });
    if (good >= WANTED_FRAMES) finish();
  });
  watch.forgetBest();

  function finish(): void {
    done = true;
    watch.stop();
    void watch.still('best-portrait').then(resolve);
  }
  return {
    taken,
    stop() {
      if (done) return;
      done = true;
      watch.stop();
      resolve(null);
    },
  };
}

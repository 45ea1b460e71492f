/** Photographs a card by itself when it lies still and can be read, or when the person says so. */
import { createFrameClock } from '../face/frame-clock.ts';
import { createCardGate } from './card-gate.ts';
import { warningsOf } from './card-quality.ts';
import { openCardSession } from './card-session.ts';
import type { CardProgress, CardQuality, CardShot, CardSide } from './card-shot.ts';

export interface CardWatch {
  /** Null when stopped before. */
  readonly taken: Promise<CardShot | null>;
  /** Takes the frame that is there, whatever is wrong with it: for cards the finder does not see. */
  takeNow(): void;
  stop(): void;
}

const UNKNOWN: CardQuality = { sharpness: 0, light: 0, glare: 0, width: 0 };

export function watchCard(video: HTMLVideoElement, side: CardSide, tell: (progress: CardProgress) => void): CardWatch {
  const session = openCardSession();
  const gate = createCardGate();
  const { promise: taken, resolve } = Promise.withResolvers<CardShot | null>();
  let quality: CardQuality | null = null;
  let done = false;

  const clock = createFrameClock(video, async (picture) => {
    const look = await session.look(picture, side);
    if (done) return;
    quality = look.quality;
    const progress = gate.see({ quad: look.quad, advice: look.advice, pictureWidth: look.width });
    tell(progress);
    if (progress.held === 1) await take();
  });

  async function take(): Promise<void> {
    if (done) return;
    end();
    const jpeg = await session.still();
    const measured = quality ?? UNKNOWN;
    resolve(jpeg === null ? null : { side, by: quality === null ? 'guide' : 'finder', jpeg, quality: measured, warnings: quality === null ? [] : warningsOf(measured) });
    session.close();
  }

  function end(): void {
    done = true;
    clock.stop();
  }

  return {
    taken,
    takeNow: () => void take(),
    stop() {
      if (done) return;
      end();
      session.close();
      resolve(null);
    },
  };
}

/** Keeps a frame within its time: learns what each way of looking costs a pixel on this machine and says whether one still fits. */
import type { GreyPicture } from './decoder.ts';

/** Of the 33 ms of a frame; the rest is for getting it here, and for a machine that is busy. */
const FRAME_MS = 18;
/** What an unknown step is taken to cost before it was measured once: 10 ms of a 720p frame. */
const UNKNOWN_MS_A_PIXEL = 10 / (1280 * 720);
/** Weight of the newest measurement: a busy second must not rule a step out for long. */
const NEWEST = 0.3;
/** A step that never fits is tried every so many times all the same: the machine may have become quiet, and its code may need it. */
const TRY_ANYWAY = 3;

export interface Pace {
  /** A new frame begins. */
  begin(): void;
  allows(step: string, picture: GreyPicture): boolean;
  /** Whether this step alone takes more than the frame has. */
  tooLarge(step: string, picture: GreyPicture): boolean;
  timed<Answer>(step: string, picture: GreyPicture, work: () => Answer): Answer;
}

export function createPace(clock: () => number): Pace {
  const cost = new Map<string, number>();
  let began = 0;
  const refused = new Map<string, number>();
  const expected = (step: string, { luma }: GreyPicture) => (cost.get(step) ?? UNKNOWN_MS_A_PIXEL) * luma.length;

  return {
    begin() {
      began = clock();
    },
    allows(step, picture) {
      const fits = clock() - began + expected(step, picture) <= FRAME_MS;
      const times = fits ? 0 : (refused.get(step) ?? 0) + 1;
      refused.set(step, times % TRY_ANYWAY);
      return fits || times === TRY_ANYWAY;
    },
    tooLarge: (step, picture) => expected(step, picture) > FRAME_MS,
    timed(step, { luma }, work) {
      const from = clock();
      const answer = work();
      const measured = (clock() - from) / luma.length;
      const before = cost.get(step);
      cost.set(step, before === undefined ? measured : before + NEWEST * (measured - before));
      return answer;
    },
  };
}

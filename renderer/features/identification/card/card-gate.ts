/** When is the card photographed by itself? When it lies still and everything is right for some frames one after the other. */
import type { CardAdvice, CardProgress, Quad } from './card-shot.ts';

const WANTED_FRAMES = 5;
/** Of the width of the picture, between two frames. */
const STILL = 0.012;

export interface CardSight {
  quad: Quad | null;
  /** What is wrong with the card itself; null where nothing is. */
  advice: CardAdvice | null;
  pictureWidth: number;
}

export interface CardGate {
  /** `held` is 1 when the picture is to be taken. */
  see(sight: CardSight): CardProgress;
}

export function createCardGate(): CardGate {
  let last: Quad | null = null;
  let held = 0;
  return {
    see({ quad, advice, pictureWidth }) {
      const moved = quad !== null && last !== null && largestMove(quad, last) > pictureWidth * STILL;
      last = quad;
      const told = quad === null ? 'no-card' : (advice ?? (moved ? 'hold-still' : null));
      held = told === null ? held + 1 : 0;
      return { advice: told, quad, held: Math.min(1, held / WANTED_FRAMES) };
    },
  };
}

const largestMove = (one: Quad, other: Quad): number => Math.max(...one.map(([x, y], index) => Math.hypot(x - other[index]![0], y - other[index]![1])));

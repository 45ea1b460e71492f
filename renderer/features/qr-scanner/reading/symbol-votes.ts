/**
 * Puts together what several frames show of one symbol. A glare that wanders, a finger that slides, a hand that shakes hide or
 * smear other modules in every frame; laid on each other by their modules, not their pixels, it does not matter how it moved.
 */
import type { GreyPicture, Sampling } from './decoder.ts';
import { drawSymbol } from './draw-symbol.ts';

/** A code that was away for longer may be another one. */
const REMEMBERED_MS = 700;
/** Of the weight of a vote a frame later: what is in view now counts more than what was. */
const FADING = 0.9;

interface Votes {
  /** For ink above zero, for paper below. */
  readonly balance: Float32Array;
  frames: number;
  at: number;
}

export interface SymbolVotes {
  /** @returns the symbol as most frames show it, drawn clean; null while this frame is the only one */
  add(sampling: Sampling, at: number): GreyPicture | null;
}

export function createSymbolVotes(): SymbolVotes {
  const bySide = new Map<number, Votes>();
  return {
    add({ side, ink }, at) {
      const before = bySide.get(side);
      const votes = before !== undefined && at - before.at < REMEMBERED_MS ? before : { balance: new Float32Array(side * side), frames: 0, at };
      bySide.set(side, votes);
      votes.at = at;
      votes.frames += 1;
      for (let index = 0; index < ink.length; index += 1) votes.balance[index] = votes.balance[index]! * FADING + (ink[index] === 1 ? 1 : -1);
      return votes.frames < 2 ? null : drawSymbol(side, (module) => votes.balance[module]! > 0);
    },
  };
}

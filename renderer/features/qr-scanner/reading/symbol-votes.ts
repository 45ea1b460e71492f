/**
 * Puts together what several frames show of one symbol. A glare that wanders, a finger that slides, a hand that shakes hide or
 * smear other modules in every frame; laid on each other by their modules, not their pixels, it does not matter how it moved.
 */
import type { GreyPicture, Sampling } from './decoder.ts';

/** A code that was away for longer may be another one. */
const REMEMBERED_MS = 700;
/** Of the weight of a vote a frame later: what is in view now counts more than what was. */
const FADING = 0.9;
const PIXELS_A_MODULE = 4;
/** Modules of paper a decoder wants around a symbol (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;
const PAPER = 255;

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
      return votes.frames < 2 ? null : drawn(votes.balance, side);
    },
  };
}

function drawn(balance: Float32Array, side: number): GreyPicture {
  const size = (side + 2 * QUIET) * PIXELS_A_MODULE;
  const luma = new Uint8ClampedArray(size * size).fill(PAPER);
  for (let index = 0; index < balance.length; index += 1) {
    if (balance[index]! <= 0) continue;
    const left = ((index % side) + QUIET) * PIXELS_A_MODULE;
    const top = (Math.floor(index / side) + QUIET) * PIXELS_A_MODULE;
    for (let row = top; row < top + PIXELS_A_MODULE; row += 1) luma.fill(0, row * size + left, row * size + left + PIXELS_A_MODULE);
  }
  return { width: size, height: size, luma };
}

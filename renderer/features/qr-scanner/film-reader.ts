/** Reads codes off moving pictures: alternates the ways of looking from frame to frame and presents each code once. */
import { ATTEMPTS, type Attempt, type Decoder, type GreyPicture } from './decoder.ts';
import { findCodes } from './find-codes.ts';
import { createScanGate, type GateDecision } from './scan-gate.ts';

/** A plain look on every other frame finds a good picture at once; the others share the frames between. */
const ROUND: readonly Attempt[] = ATTEMPTS.flatMap((attempt) => (attempt === 'plain' ? [] : ['plain', attempt]));

export interface FilmReader {
  /** @param at milliseconds on any steady clock */
  look(picture: GreyPicture, at: number): GateDecision;
}

export function createFilmReader(decoder: Decoder): FilmReader {
  const gate = createScanGate();
  let turn = 0;
  return {
    look(picture, at) {
      const attempt = ROUND[turn % ROUND.length]!;
      turn += 1;
      return gate.offer(findCodes(decoder, picture, attempt, gate.holding(at)), at);
    },
  };
}

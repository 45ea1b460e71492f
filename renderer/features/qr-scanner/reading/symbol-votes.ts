/**
 * Puts together what several frames show of one symbol. A glare that wanders, a finger that slides, a hand that shakes hide or
 * smear other modules in every frame; laid on each other by their modules, not their pixels, it does not matter how it moved.
 */
import type { GreyPicture, Sampling } from './decoder.ts';
import { drawSymbol } from './draw-symbol.ts';
import { findAgain, type SymbolPlace } from './recover/find-again.ts';
import { recoverSymbol } from './recover/recover-symbol.ts';
import { type SeenModules, seeModules, sureModules } from './recover/see-modules.ts';
import { softPart } from './recover/soft-part.ts';

/** A code that was away for longer may be another one. */
const REMEMBERED_MS = 700;
/** Of the weight of a vote a frame later: what is in view now counts more than what was. */
const FADING = 0.9;

interface Votes {
  readonly place: SymbolPlace;
  /** For ink above zero, for paper below: by what the decoder took each module for, and by how surely each was seen. */
  readonly counted: Float32Array;
  readonly weighed: Float32Array;
  readonly frames: number;
  readonly at: number;
}

export interface SymbolVotes {
  /**
   * @param sampling of the unread symbol of this frame; null where the decoder got none, and it is looked for where it was
   * @returns the symbol as the frames together show it, drawn clean, as it may be; nothing while this frame is the only one
   */
  add(picture: GreyPicture, sampling: Sampling | null, at: number): readonly GreyPicture[];
}

export function createSymbolVotes(): SymbolVotes {
  let last: Votes | null = null;
  return {
    add(picture, sampling, at) {
      const before = last !== null && at - last.at < REMEMBERED_MS ? last : null;
      const found = sampling === null ? before && findAgain(picture, before.place) : { place: sampling, seen: seenFlat(picture, sampling) };
      if (found === null) return [];
      const { side } = found.place;
      const votes = before?.place.side === side ? before : noVotes(side);
      const [sure] = sureModules(found.seen);
      const now: Votes = {
        place: found.place,
        counted: sampling === null ? votes.counted : votes.counted.map((balance, module) => balance * FADING + (sampling.ink[module] === 1 ? 1 : -1)),
        weighed: votes.weighed.map((balance, module) => balance * FADING + sure[module]!),
        frames: votes.frames + 1,
        at,
      };
      last = now;
      return now.frames < 2 ? [] : drawnTogether(now);
    },
  };
}

const noVotes = (side: number) => ({ counted: new Float32Array(side * side), weighed: new Float32Array(side * side), frames: 0 });

/** By how surely it was seen, corrected; then as the decoder counted it, which reads light on dark as well. */
function drawnTogether({ place: { side }, counted, weighed }: Votes): readonly GreyPicture[] {
  const recovered = recoverSymbol(weighed, side);
  const asCounted = drawSymbol(side, (module) => counted[module]! > 0);
  return recovered === null ? [asCounted] : [drawSymbol(side, (module) => recovered.ink[module] === 1), asCounted];
}

function seenFlat(picture: GreyPicture, place: SymbolPlace): SeenModules {
  const { soft, flat } = softPart(picture, place);
  return seeModules(soft, flat);
}

/** Goes up the ladder of repairs over the frames of a film: as many rungs a frame as its time allows, round and round. */
import type { Box, DecodedCode, Decoder, GreyPicture } from './decoder.ts';
import type { Pace } from './pace.ts';
import { crop } from './repair/crop.ts';
import { boxInOriginal, inPlace } from './repair/copy.ts';
import { readRung, RUNGS } from './rungs.ts';

/**
 * @param place what of the picture is repaired, null for all of it
 * @param known a text that needs no company looked for
 * @param most rungs tried at once
 * @returns the codes of the first rung that reads, placed in the picture
 */
export type Climb = (picture: GreyPicture, place: Box | null, known: string | null, most: number) => readonly DecodedCode[];

export function createClimb(decoder: Decoder, pace: Pace): Climb {
  let rung = 0;
  return (picture, place, known, most) => {
    const part = place === null ? inPlace(picture) : crop(picture, place);
    for (let tried = 0; tried < most; tried += 1) {
      const next = RUNGS[rung % RUNGS.length]!;
      if (!pace.allows(next.name, part.picture)) {
        // One that does not even fit at the beginning must not hold the others up.
        if (tried === 0) rung += 1;
        return [];
      }
      const { codes } = pace.timed(next.name, part.picture, () => readRung(decoder, next, part.picture, known));
      // What read this frame will read the next, where a text must be read twice.
      if (codes.length > 0) return codes.map((code) => ({ ...code, box: boxInOriginal(part, code.box) }));
      rung += 1;
    }
    return [];
  };
}

/**
 * The ladder above the decoder: ways of repairing a picture that it cannot read as it is, best yield for their time first.
 * `npm run bench:qr -- --rungs` says what each brings to photographs; one that brings nothing does not stay.
 */
import type { Decoder, GreyPicture, Look, Reading } from './decoder.ts';
import { readUnsure } from './recover/read-unsure.ts';
import { boxInOriginal, inPlace, symbolInOriginal, type Copy } from './repair/copy.ts';
import { withLocalThreshold } from './repair/local-threshold.ts';
import { sharpened } from './repair/sharpen.ts';
import { stretched } from './repair/stretch.ts';
import { withTone } from './repair/tone.ts';
import { turned } from './repair/turn.ts';

export interface Rung {
  readonly name: string;
  readonly look: Look;
  prepare(picture: GreyPicture): Copy;
}

/** Repairs one after the other; the boxes of the last are found again in the first. */
const chained =
  (first: Rung['prepare'], second: (picture: GreyPicture) => Copy): Rung['prepare'] =>
  (picture) => {
    const before = first(picture);
    const after = second(before.picture);
    return {
      picture: after.picture,
      toOriginal(x, y) {
        const point = after.toOriginal(x, y);
        return before.toOriginal(point.x, point.y);
      },
    };
  };

export const RUNGS: readonly Rung[] = [
  { name: 'as-it-is', look: 'denoised', prepare: inPlace },
  // Half the size averages moiré and noise away, and the threshold then needs a quarter of the time.
  { name: 'half-local', look: 'denoised', prepare: chained((picture) => stretched(picture, 0.5, 0.5), (half) => withLocalThreshold(half, 16)) },
  { name: 'lightened', look: 'denoised', prepare: (picture) => withTone(picture, 0.4) },
  { name: 'darkened', look: 'denoised', prepare: (picture) => withTone(picture, 2) },
  // A code seen from the side: flatter, its marks have their proportions again.
  { name: 'flat', look: 'denoised', prepare: (picture) => stretched(picture, 1, 0.5) },
  // Follows a shadow across the marks themselves.
  { name: 'local-wide', look: 'denoised', prepare: (picture) => withLocalThreshold(picture, 32) },
  { name: 'turned', look: 'denoised', prepare: (picture) => turned(picture, 30) },
  // Of the photographs these read few that none before does; of codes out of focus, by module size and light, each reads those the others miss.
  { name: 'sharpened', look: 'denoised', prepare: (picture) => sharpened(picture, 3, 2) },
  { name: 'dark-and-soft', look: 'denoised', prepare: chained((picture) => withTone(picture, 0.3), (light) => sharpened(light, 5, 3)) },
  { name: 'local-fine', look: 'denoised', prepare: (picture) => withLocalThreshold(picture, 8) },
  { name: 'linear', look: 'linear', prepare: inPlace },
];

/** Boxes and corners are those of the picture that was given, whatever the rung did to its copy. */
export function readRung(decoder: Decoder, rung: Rung, picture: GreyPicture, known: string | null): Reading {
  const copy = rung.prepare(picture);
  const { codes, unread } = decoder.read(copy.picture, rung.look, known);
  const found = unread.map((symbol) => symbolInOriginal(copy, symbol));
  if (codes.length === 0) return { codes: readUnsure(decoder, picture, found, known), unread: found };
  return { codes: codes.map((code) => ({ ...code, box: boxInOriginal(copy, code.box) })), unread: found };
}

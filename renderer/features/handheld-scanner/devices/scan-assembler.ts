/** Puts the pieces in which a device hands over one scan together, and says when it is whole. Pure: the caller brings the time. */
import { textOfScan } from './scan-bytes.ts';

/** Longer than any code that can be printed. */
const LONGEST = 8192;
/** Shorter than the six digits of a code nothing is scanned. */
const SHORTEST = 6;

export interface ScanAssembler {
  /** @param last whether the device says that this ends the scan @returns the text of a whole scan */
  add(piece: Uint8Array, last: boolean): string | null;
  /** Nothing came for a while: what is there is all there will be. @returns its text, or null where there is nothing to read */
  silence(): string | null;
}

export function assembleScans(): ScanAssembler {
  let pieces: number[] = [];
  /** A scan that grew too long is let run out, so that its end is not taken for another. */
  let overflown = false;

  const finish = (): string | null => {
    const bytes = Uint8Array.from(pieces);
    const usable = !overflown;
    pieces = [];
    overflown = false;
    const text = usable ? textOfScan(bytes) : null;
    return text !== null && text.length >= SHORTEST ? text : null;
  };

  return {
    add(piece, last) {
      overflown ||= pieces.length + piece.length > LONGEST;
      if (!overflown) pieces.push(...piece);
      return last ? finish() : null;
    },
    silence: finish,
  };
}

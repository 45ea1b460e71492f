/** Puts the pieces in which a device hands over one scan together, and says when it is whole. Pure: the caller brings the time. */
import { textOfScan } from './scan-bytes.ts';

/** Longer than any code that can be printed. */
const LONGEST = 8192;
/** Shorter than the six digits of a code nothing is scanned. */
const SHORTEST = 6;
/** The pieces of one scan follow each other faster; a device that was silent for so long begins a new one. */
export const SILENCE_MS = 100;

export interface ScanAssembler {
  /** @param last whether the device says that this ends the scan @returns the text of a whole scan */
  add(piece: Uint8Array, last: boolean): string | null;
  /** Nothing came for a while: what is there is all there will be. @returns its text, or null where there is nothing to read */
  silence(): string | null;
}

/**
 * For a device that was just opened, perhaps in the middle of a scan (the desk was unlocked meanwhile): what comes before
 * the first end or silence is dropped, for half a code is no code.
 */
export function assembleScans(): ScanAssembler {
  let pieces: number[] = [];
  /** A scan that cannot be had whole, or grew too long, is let run out, so that its end is not taken for another. */
  let dropped = true;

  const finish = (): string | null => {
    const text = dropped ? null : textOfScan(Uint8Array.from(pieces));
    pieces = [];
    dropped = false;
    return text !== null && text.length >= SHORTEST ? text : null;
  };

  return {
    add(piece, last) {
      dropped ||= pieces.length + piece.length > LONGEST;
      if (!dropped) pieces.push(...piece);
      return last ? finish() : null;
    },
    silence: finish,
  };
}

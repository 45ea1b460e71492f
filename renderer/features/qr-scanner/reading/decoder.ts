/** What the scanner asks of a barcode library: everything one look at one grey picture shows, so that libraries can be exchanged. */
import type { GreyPicture } from '../../../../shared/util/turn-picture.ts';

export type { GreyPicture };

/** In pixels of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DecodedCode {
  readonly text: string;
  readonly symbology: 'qr' | 'linear';
  /** Around the symbol, or at least around the marks the decoder steered by. */
  readonly box: Box;
}

/** The modules a decoder saw in a symbol, before their errors are corrected: a square, row by row, 1 for ink. */
export interface Sampling {
  readonly side: number;
  readonly ink: Uint8Array;
  /** Of the whole symbol in the picture, clockwise from its own upper left. */
  readonly corners: readonly [Point, Point, Point, Point];
}

/** A symbol that was found and has more errors than can be corrected: where to look again, and what to tell the person. */
export interface UnreadSymbol {
  readonly box: Box;
  /** Null where the decoder did not get as far as its modules. */
  readonly sampling: Sampling | null;
}

export interface Reading {
  readonly codes: readonly DecodedCode[];
  readonly unread: readonly UnreadSymbol[];
}

/**
 * One way of looking. `inverted` reads light on dark as well, `denoised` closes gaps in torn modules as well;
 * each costs more than the one before.
 */
export const LOOKS = ['plain', 'inverted', 'denoised', 'linear'] as const;
export type Look = (typeof LOOKS)[number];

export interface Decoder {
  /**
   * Never throws for a picture without a readable code.
   * @param known a text that needs no company looked for: the code already taken stays in view for seconds
   */
  read(picture: GreyPicture, look: Look, known: string | null): Reading;
}

export const NOTHING: Reading = { codes: [], unread: [] };

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

export interface DecodedCode {
  readonly text: string;
  readonly symbology: 'qr' | 'linear';
  /** Around the symbol, or at least around the marks the decoder steered by. */
  readonly box: Box;
}

export interface Reading {
  readonly codes: readonly DecodedCode[];
  /** Symbols that were found and could not be read: where to look again, and what to tell the person. */
  readonly unread: readonly Box[];
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

/** What the scanner asks of a barcode library: one attempt on one grey picture, so that libraries can be exchanged. */
import type { GreyPicture } from '../../../shared/util/turn-picture.ts';

export type { GreyPicture };

export interface DecodedCode {
  readonly text: string;
  readonly symbology: 'qr' | 'linear';
  /** Box around the marks the decoder steered by, in pixels of the picture; used to look past this code for another. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/**
 * One way of looking. Each helps where another is blind and each costs a few milliseconds, so a film alternates
 * them from frame to frame and a still picture goes through all of them.
 */
export const ATTEMPTS = ['plain', 'turned', 'turned-far', 'inverted', 'thorough', 'level-light', 'linear'] as const;
export type Attempt = (typeof ATTEMPTS)[number];

export interface Decoder {
  /** The code the library finds first, or null. Never throws for a picture without a readable code. */
  decode(picture: GreyPicture, attempt: Attempt): DecodedCode | null;
}

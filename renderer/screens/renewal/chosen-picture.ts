/** A picture of the application as it was chosen, and what is said of it. */
import type { ReadPicture } from './read-picture.ts';

export type ChosenPicture = ReadPicture | { readonly name: string; readonly advice: 'unreadable' } | null;

/** `open`: it is still looked at; `warn`: the operator is asked. */
export interface Remark {
  readonly tone: 'good' | 'warn' | 'bad' | 'open';
  readonly words: string;
}

/** Null where there is none that passed its own gates. */
export const jpegOf = (picture: ChosenPicture): Uint8Array<ArrayBuffer> | null => (picture !== null && 'jpeg' in picture && picture.advice === null ? picture.jpeg : null);

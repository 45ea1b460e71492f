/** What `findCodes` asks of a library that reports one code at a time: one attempt on one picture. */
import type { DecodedCode, GreyPicture } from '../decoder.ts';

/** Each helps where another is blind and each costs a few milliseconds. */
export type Attempt = 'plain' | 'turned' | 'turned-far' | 'inverted' | 'thorough' | 'level-light' | 'linear';

export interface SingleReader {
  /** The code the library finds first, or null. Never throws for a picture without a readable code. */
  decode(picture: GreyPicture, attempt: Attempt): DecodedCode | null;
}

/** How one desk's handheld scanner types, as learned by scanning the test sheet. */
import { z } from 'zod';

export const HandheldProfile = z.strictObject({
  /** What it is set to type before and after every code. */
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  /** The key it presses last; `none` leaves only silence to end a code. */
  end: z.enum(['enter', 'tab', 'none']),
  /** The longest time between two of its keys, in milliseconds. */
  gapMs: z.int().min(1).max(120),
  /** Set to make up for Caps Lock, or to send the other case. */
  swapsCase: z.boolean(),
  /** Of a scanner that types by another country's keyboard: the characters of the keys that differ from the US one, by `keyName` or `deadKeyName`. */
  keys: z.record(z.string().max(32), z.string().length(1)).exactOptional(),
});
export type HandheldProfile = z.infer<typeof HandheldProfile>;

/** A key by its place, and what is held down with it. */
export interface KeyPlace {
  /** Of UI Events KeyboardEvent code Values. */
  code: string;
  shift: boolean;
  /** The right Alt: where a layout has a third row of characters it gives them. Absent: not held. */
  altGraph?: boolean;
}

export const keyName = ({ code, shift, altGraph = false }: KeyPlace): string => `${altGraph ? 'AltGr+' : ''}${shift ? 'Shift+' : ''}${code}`;

/** Of a dead key, which types nothing until the Space after it makes it the sign it would have put onto a letter. */
export const deadKeyName = (place: KeyPlace): string => `${keyName(place)}+Space`;

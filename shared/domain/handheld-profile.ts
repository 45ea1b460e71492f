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
});
export type HandheldProfile = z.infer<typeof HandheldProfile>;

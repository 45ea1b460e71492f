/** What every reader here throws for octets that are not what they must be, and what to do where that is no reason to give up. */

/** The structure is not what it must be. The message names the place, for support; it is never data. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Null for what cannot be read. */
export function orNull<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

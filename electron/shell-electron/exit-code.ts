/** Exit codes of the main process, after sysexits.h; the same as those of `npm start`. */
export const EXIT = {
  usage: 64,
  /** A connection that cannot be read. */
  noInput: 66,
  internal: 70,
  /** Another window already works on this data directory. */
  busy: 75,
} as const;

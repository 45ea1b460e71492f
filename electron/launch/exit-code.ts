/** Exit codes of the entries, after sysexits.h. */
export const EXIT = {
  usage: 64,
  /** A file that was named cannot be read or is not what it should be. */
  noInput: 66,
  /** Something the program needs is not on this machine: a display, a browser. */
  unavailable: 69,
  internal: 70,
  /** Another window already works on this data directory. */
  busy: 75,
} as const;

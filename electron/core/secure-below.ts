/** Numbers nobody can foresee, every one equally likely. */

/** Uniform over 0 … limit − 1. Numbers beyond the last whole multiple of `limit` are drawn again: a remainder alone would favour the low ones. */
export function secureBelow(limit: number): number {
  const usable = 2 ** 32 - (2 ** 32 % limit);
  for (;;) {
    const [drawn] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn! < usable) return drawn! % limit;
  }
}

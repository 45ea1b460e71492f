/** How long the outbox waits after failures in a row: doubling, bounded, and spread so that a branch does not knock all at once. */
const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/** @param failures failed passes in a row, at least 1 @param random in [0, 1) @returns milliseconds, between half and the whole step */
export function retryDelayMs(failures: number, random: number): number {
  const step = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return Math.round(step * (0.5 + random / 2));
}

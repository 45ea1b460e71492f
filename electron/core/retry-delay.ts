/** How long a delivery waits after failures in a row: doubling, bounded, and spread so that a branch does not knock all at once. */

/** From the policy, in milliseconds. */
export interface RetryPauses {
  firstMs: number;
  longestMs: number;
}

/** @param failures failed passes in a row, at least 1 @param random in [0, 1) @returns milliseconds, between half and the whole step */
export function retryDelayMs({ firstMs, longestMs }: RetryPauses, failures: number, random: number): number {
  const step = Math.min(longestMs, firstMs * 2 ** (failures - 1));
  return Math.round(step * (0.5 + random / 2));
}

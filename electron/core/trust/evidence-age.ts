/** How long revocation evidence may be used: by its own word, and by ours. */

/** Epoch ms. `maxAgeMs`: the longest time after `thisUpdate` that we accept, whatever the evidence itself allows. */
export function usableUntil({ thisUpdate, nextUpdate }: { thisUpdate: Date; nextUpdate: Date | null }, maxAgeMs = Number.POSITIVE_INFINITY): number {
  return Math.min(nextUpdate?.getTime() ?? Number.POSITIVE_INFINITY, thisUpdate.getTime() + maxAgeMs);
}

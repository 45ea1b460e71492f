/** How long revocation evidence may be used: by its own word, and by ours. */
import type { Certificate } from '../x509/certificate.ts';

/** Of authorities lists are made for weeks and months (CA/Browser Forum baseline 4.9.7: a year at most): there their own validity counts. */
export const maxAgeOf = ({ basicConstraints }: Certificate, freshMs: number | undefined): number | undefined =>
  basicConstraints?.ca === true ? undefined : freshMs;

/** Epoch ms. `maxAgeMs`: the longest time after `thisUpdate` that we accept, whatever the evidence itself allows. */
export function usableUntil({ thisUpdate, nextUpdate }: { thisUpdate: Date; nextUpdate: Date | null }, maxAgeMs = Number.POSITIVE_INFINITY): number {
  return Math.min(nextUpdate?.getTime() ?? Number.POSITIVE_INFINITY, thisUpdate.getTime() + maxAgeMs);
}

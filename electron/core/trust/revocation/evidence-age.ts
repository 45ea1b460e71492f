/** How long revocation evidence may be used: by its own word, and by ours; and of which certificates it still speaks. */
import { complete, DerReader } from '../asn1/der.ts';
import { timeOf } from '../asn1/der-times.ts';
import type { Certificate } from '../x509/certificate.ts';
import { decodeFrom, type Extensions } from '../x509/certificate-extensions.ts';

/** Of authorities lists are made for weeks and months (CA/Browser Forum baseline 4.9.7: a year at most): there their own validity counts. */
export const maxAgeOf = ({ basicConstraints }: Certificate, freshMs: number | undefined): number | undefined =>
  basicConstraints?.ca === true ? undefined : freshMs;

/** Epoch ms. `maxAgeMs`: the longest time after `thisUpdate` that we accept, whatever the evidence itself allows. */
export function usableUntil({ thisUpdate, nextUpdate }: { thisUpdate: Date; nextUpdate: Date | null }, maxAgeMs = Number.POSITIVE_INFINITY): number {
  return Math.min(nextUpdate?.getTime() ?? Number.POSITIVE_INFINITY, thisUpdate.getTime() + maxAgeMs);
}

/**
 * Whether silence about this certificate clears it: once it has ended an authority may leave its revocation out (RFC 5280 3.3), unless the
 * evidence says since when it keeps those of ended ones (expiredCertsOnCRL, X.509 9.5.2.8; archive cutoff, RFC 6960 4.4.4). Else a key that
 * was revoked, used and has ended would be good again. @throws {Malformed}
 */
export function speaksOf({ notAfter }: Certificate, thisUpdate: Date, extensions: Extensions, keptSince: string): boolean {
  if (thisUpdate.getTime() < notAfter.getTime() + 1000) return true;
  const since = decodeFrom(extensions, keptSince, (value) => complete(new DerReader(value), (reader) => timeOf(reader.element())));
  return since !== null && since <= notAfter;
}

/** Asks the official addresses for certificates; plain HTTP will do, for nothing is taken that its pin does not name. */
import { LARGEST_CERTIFICATE_BYTES } from '../../adapters/trust-store.ts';
import { boundedFetch } from '../../gateways/bounded-fetch.ts';
import type { Offer } from './import-authorities.ts';

const PATIENCE_MS = 20_000;

/** One address after the other: they belong to two small servers. */
export async function fetchOffers(addresses: Iterable<string>): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const url of new Set(addresses)) {
    const answer = await boundedFetch({ url, method: 'GET', timeoutMs: PATIENCE_MS, maxBytes: LARGEST_CERTIFICATE_BYTES });
    offers.push({ source: url, bytes: answer.ok && answer.value.status === 200 ? answer.value.bytes : null });
  }
  return offers;
}

/** How long the certificate of an authority still lasts. */
import { X509Certificate } from 'node:crypto';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Authorities are replaced ahead of need: a root that ends makes every document untrusted on the same morning. */
const WARN_BEFORE_END_MS = 60 * DAY_MS;

export interface AuthorityTerm {
  /** Last day, as YYYY-MM-DD in UTC. */
  until: string;
  state: 'in-force' | 'ending' | 'ended';
}

/** @throws what node:crypto throws for bytes that are no certificate */
export function termOf(certificate: Uint8Array, now: Date): AuthorityTerm {
  const end = Date.parse(new X509Certificate(certificate).validTo);
  const left = end - now.getTime();
  return { until: new Date(end).toISOString().slice(0, 10), state: left <= 0 ? 'ended' : left < WARN_BEFORE_END_MS ? 'ending' : 'in-force' };
}

/** Null where none is in force: ended ones are kept for old time-stamped documents and worry nobody while others last. */
export function firstToEnd(terms: readonly AuthorityTerm[]): AuthorityTerm | null {
  return terms.filter(({ state }) => state !== 'ended').toSorted((a, b) => a.until.localeCompare(b.until))[0] ?? null;
}

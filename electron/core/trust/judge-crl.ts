/** What a CRL proves about one certificate: only a complete list of its issuer that covers certificates of this kind, in its time. */
import type { Certificate } from './certificate.ts';
import { context, contextPrimitive, type DerReader, Malformed, readOnly, TAG } from './der.ts';
import { readDefaultFalse, textOf } from './der-values.ts';
import { usableUntil } from './evidence-age.ts';
import { CLOCK_SKEW_MS } from './limits.ts';
import { EXTENSION, KEY_USAGE } from './oids.ts';
import { type Crl, readCrl } from './read-crl.ts';
import { REASON, type RevocationStatus, stale, unknown } from './revocation-status.ts';
import { verifyValue } from './verify-value.ts';

export interface CrlQuestion {
  certificate: Certificate;
  issuer: Certificate;
  now: Date;
  /** A list older than this is stale even before its next update; unlimited where left out. */
  maxAgeMs?: number | undefined;
}

const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlNumber,
  EXTENSION.issuingDistributionPoint,
  EXTENSION.freshestCrl,
  EXTENSION.issuerAltName,
]);

export function tryReadCrl(encoded: Uint8Array): Crl | null {
  try {
    return readCrl(encoded);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

export async function judgeCrl(crl: Crl, question: CrlQuestion): Promise<RevocationStatus> {
  const doubt = scopeDoubt(crl, question.certificate) ?? (await signatureDoubt(crl, question));
  if (doubt !== null) return unknown(doubt);
  const age = agingOf(crl, question);
  if (age !== null) return stale(age);
  return statusIn(crl, question.certificate);
}

function statusIn(crl: Crl, certificate: Certificate): RevocationStatus {
  const entry = crl.entry(certificate.serialHex);
  const asOf = crl.thisUpdate;
  // removeFromCRL belongs to delta lists only; in a complete one it says nothing against the certificate.
  if (entry === null || entry.reason === REASON.removeFromCrl) return { state: 'good', asOf };
  return { state: 'revoked', at: entry.at, reason: entry.reason, asOf };
}

async function signatureDoubt(crl: Crl, { issuer }: CrlQuestion): Promise<string | null> {
  if (crl.issuer.canonical !== issuer.subject.canonical) return 'CRL of another issuer';
  if (issuer.keyUsage !== null && !issuer.keyUsage.has(KEY_USAGE.cRLSign)) return 'issuer may not sign CRLs';
  const answer = await verifyValue({
    algorithm: crl.signatureAlgorithm,
    digest: null,
    key: issuer.publicKey,
    data: crl.tbs,
    value: crl.signature,
  });
  if (answer.is === 'refused' || answer.is === 'unsupported') return `CRL is signed with ${answer.why}`;
  return answer.is === 'right' ? null : 'CRL is not signed by the issuer';
}

function scopeDoubt(crl: Crl, certificate: Certificate): string | null {
  // A delta list (critical deltaCRLIndicator) is refused here too: it is no complete list.
  for (const [id, { critical }] of crl.extensions) if (critical && !UNDERSTOOD.has(id)) return `critical extension ${id} in the CRL`;
  if (crl.extensions.has(EXTENSION.deltaCrlIndicator)) return 'delta CRL';
  if (crl.hasCriticalEntry) return 'critical extension of a CRL entry';
  const point = crl.extensions.get(EXTENSION.issuingDistributionPoint);
  if (point === undefined) return null;
  try {
    return pointDoubt(readOnly(point.value, TAG.sequence), certificate);
  } catch (error) {
    if (error instanceof Malformed) return 'malformed scope of the CRL';
    throw error;
  }
}

/** IssuingDistributionPoint (RFC 5280 5.2.5) against what the certificate is and where it points. */
function pointDoubt(reader: DerReader, certificate: Certificate): string | null {
  const name = reader.optionalInside(context(0));
  const usersOnly = readDefaultFalse(reader, contextPrimitive(1));
  const authoritiesOnly = readDefaultFalse(reader, contextPrimitive(2));
  const someReasons = reader.optional(contextPrimitive(3)) !== null;
  const indirect = readDefaultFalse(reader, contextPrimitive(4));
  const attributesOnly = readDefaultFalse(reader, contextPrimitive(5));
  reader.end();
  const isAuthority = certificate.basicConstraints?.ca === true;
  if ((usersOnly && authoritiesOnly) || attributesOnly) return 'CRL of another kind of certificates';
  if (usersOnly && (isAuthority || certificate.extensions.size === 0)) return 'CRL of end entities only';
  if (authoritiesOnly && !isAuthority) return 'CRL of authorities only';
  if (someReasons || indirect) return 'CRL of some reasons or of several issuers';
  return name === null || sharesAddress(name, certificate) ? null : 'CRL of another distribution point';
}

function sharesAddress(name: DerReader, certificate: Certificate): boolean {
  const fullName = name.optionalInside(context(0));
  name.end();
  if (fullName === null) return false;
  const urls = fullName.rest().map(({ content, encoded }) => textOf({ tag: TAG.ia5String, content, encoded }));
  return urls.some((url) => url !== null && certificate.crlUrls.includes(url));
}

function agingOf({ thisUpdate, nextUpdate }: Crl, { now, maxAgeMs }: CrlQuestion): string | null {
  if (thisUpdate.getTime() > now.getTime() + CLOCK_SKEW_MS) return `CRL from the future: ${thisUpdate.toISOString()}`;
  // RFC 5280 5.1.2.5 requires nextUpdate; without it nobody can say how old is too old.
  if (nextUpdate === null) return `CRL of ${thisUpdate.toISOString()} without an end`;
  return now.getTime() > usableUntil({ thisUpdate, nextUpdate }, maxAgeMs) + CLOCK_SKEW_MS ? `CRL of ${thisUpdate.toISOString()}` : null;
}

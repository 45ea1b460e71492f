/** Does a list speak about this certificate at this distribution point, and on which reasons (RFC 5280 6.3.3 b and d)? */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type DistributionPoint, isSamePoint } from '../x509/distribution-points.ts';
import { EXTENSION } from '../oids.ts';
import type { Crl } from './read-crl.ts';

const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlNumber,
  EXTENSION.deltaCrlIndicator,
  EXTENSION.issuingDistributionPoint,
  EXTENSION.freshestCrl,
  EXTENSION.issuerAltName,
  EXTENSION.expiredCertsOnCrl,
]);

/** Why nothing may be read from the list at all; null when it may. */
export function listDoubt(crl: Crl): string | null {
  for (const [id, { critical }] of crl.extensions) if (critical && !UNDERSTOOD.has(id)) return `critical extension ${id} in the CRL`;
  if (crl.hasUnknownCriticalEntry) return 'critical extension of a CRL entry';
  // RFC 5280 5.3.3: entries name other issuers only in indirect lists.
  return crl.namesIssuers && crl.point?.indirect !== true ? 'entries of other issuers in a CRL that is not indirect' : null;
}

/** Why a complete list does not speak about the certificate at this point; null when it does. */
export function scopeDoubt({ issuer, point: listPoint }: Crl, certificate: Certificate, point: DistributionPoint): string | null {
  const isIndirect = listPoint?.indirect === true;
  if (point.crlIssuers.length > 0) {
    if (!point.crlIssuers.includes(issuer.canonical) || !isIndirect) return 'CRL of another issuer';
  } else if (issuer.canonical !== certificate.issuer.canonical) return 'CRL of another issuer';
  if (listPoint === null) return null;
  const isAuthority = certificate.basicConstraints?.ca === true;
  if (listPoint.attributesOnly) return 'CRL of another kind of certificates';
  // A certificate of version 1 cannot say what it is.
  if (listPoint.usersOnly && (isAuthority || certificate.extensions.size === 0)) return 'CRL of end entities only';
  if (listPoint.authoritiesOnly && !isAuthority) return 'CRL of authorities only';
  return listPoint.name === null || isSamePoint(point, listPoint.name, issuer) ? null : 'CRL of another distribution point';
}

/** RFC 5280 6.3.3 c: a delta continues this complete list, and nothing else. */
export function continues(delta: Crl, base: Crl): boolean {
  return (
    delta.baseNumber !== null &&
    delta.number !== null &&
    base.number !== null &&
    delta.baseNumber <= base.number &&
    base.number < delta.number &&
    delta.issuer.canonical === base.issuer.canonical &&
    delta.authorityKeyId === base.authorityKeyId &&
    hasSamePoint(delta, base)
  );
}

function hasSamePoint(a: Crl, b: Crl): boolean {
  const [first, second] = [a, b].map(({ extensions }) => extensions.get(EXTENSION.issuingDistributionPoint)?.value);
  return first === undefined || second === undefined ? first === second : bytesEqual(first, second);
}

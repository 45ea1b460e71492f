/** Rules of RFC 5280 6.1 for one certificate at its place in a path. */
import type { Certificate } from '../x509/certificate.ts';
import { Malformed } from '../malformed.ts';
import { EXTENSION, KEY_USAGE, PURPOSE } from '../oids.ts';
import { unreadableExtension } from './deciding-extensions.ts';
import { isRsaKey, isShortRsa, rsaFault } from '../algorithms/public-key.ts';
import { termVerdict } from '../algorithms/algorithm-terms.ts';

export type PathFault = { code: 'chain-untrusted' | 'chain-expired' | 'chain-broken-rule' | 'algorithm-refused'; detail: string };

/** Extensions whose meaning is acted on, here or over the whole path. Other critical ones make the path refused (RFC 5280 4.2). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.keyUsage,
  EXTENSION.basicConstraints,
  EXTENSION.extendedKeyUsage,
  EXTENSION.nameConstraints,
  EXTENSION.certificatePolicies,
  EXTENSION.policyMappings,
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
  EXTENSION.subjectAltName,
  EXTENSION.issuerAltName,
  EXTENSION.crlDistributionPoints,
  EXTENSION.authorityInformationAccess,
  EXTENSION.freshestCrl,
  EXTENSION.ocspNoCheck,
]);

const fault = (code: PathFault['code'], detail: string): PathFault => ({ code, detail });

/** What is asked of every certificate of a path, anchor included. `provenAt`: by when the path provably existed; null where only its being here now is known. */
export function everyCertificateFault(certificate: Certificate, at: Date, provenAt: Date | null): PathFault | null {
  for (const [id, { critical }] of certificate.extensions) {
    if (critical && !UNDERSTOOD.has(id)) return fault('chain-broken-rule', `critical extension ${id}`);
  }
  const unreadable = unreadableExtension(certificate);
  if (unreadable !== null) return fault('chain-broken-rule', `malformed extension: ${unreadable}`);
  const weakness = keyWeakness(certificate, provenAt);
  if (weakness !== null) return fault('algorithm-refused', weakness);
  if (at < certificate.notBefore) return fault('chain-expired', `not valid before ${certificate.notBefore.toISOString()}`);
  // notAfter names a whole second, and all of it belongs to the validity.
  if (at.getTime() >= certificate.notAfter.getTime() + 1000)
    return fault('chain-expired', `not valid after ${certificate.notAfter.toISOString()}`);
  return null;
}

/** Keys of other kinds are judged where they verify something. */
function keyWeakness({ publicKey }: Certificate, provenAt: Date | null): string | null {
  if (!isRsaKey(publicKey)) return null;
  try {
    return rsaFault(publicKey) ?? (isShortRsa(publicKey) && termVerdict('RSA-1024', provenAt) === 'refused' ? 'RSA-1024' : null);
  } catch (error) {
    if (error instanceof Malformed) return 'malformed RSA key';
    throw error;
  }
}

/** What is asked of a certificate that issues another. `intermediates` are those below it that are not self-issued (RFC 5280 6.1.4 l, m). */
export function issuerFault(certificate: Certificate, intermediates: number, purposes: ReadonlySet<string> | null): PathFault | null {
  const { basicConstraints, keyUsage, extendedKeyUsage } = certificate;
  if (basicConstraints?.ca !== true) return fault('chain-broken-rule', 'issuer is not a certificate authority');
  if (basicConstraints.pathLength !== null && intermediates > basicConstraints.pathLength)
    return fault('chain-broken-rule', 'path longer than allowed');
  if (keyUsage !== null && !keyUsage.has(KEY_USAGE.keyCertSign)) return fault('chain-broken-rule', 'issuer may not sign certificates');
  // An authority limited to other purposes cannot vouch for this one (common practice beyond RFC 5280 4.2.1.12).
  if (purposes !== null && extendedKeyUsage !== null && !extendedKeyUsage.some((purpose) => purpose === PURPOSE.any || purposes.has(purpose))) {
    return fault('chain-broken-rule', 'issuer is limited to other purposes');
  }
  return null;
}

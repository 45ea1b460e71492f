/** May this certificate sign documents, or sign a person in? Key usage and purposes by the NCA's profile. */
import { KEY_USAGE, PURPOSE } from '../oids.ts';
import type { Certificate } from '../x509/certificate.ts';
import { rolesOf } from '../x509/signer-identity.ts';
import { failed, type Finding, passed } from './layers.ts';
import type { SignerIdentity } from './signature-answer.ts';

export const SIGNING_PURPOSES: ReadonlySet<string> = new Set([PURPOSE.emailProtection, PURPOSE.documentSigning, PURPOSE.any]);
export const SIGN_IN_PURPOSES: ReadonlySet<string> = new Set([PURPOSE.clientAuth, PURPOSE.emailProtection, PURPOSE.any]);

const isAuthority = ({ basicConstraints, keyUsage }: Certificate): boolean =>
  basicConstraints?.ca === true || keyUsage?.has(KEY_USAGE.keyCertSign) === true;

/**
 * Whoever signs a document cannot deny it: the certificate must say so by nonRepudiation (RFC 5280 4.2.1.3), as every signing certificate of the
 * NCA does; those that are for signing in alone, and servers, do not. RFC 5280 leaves a certificate without key usage unrestricted; a verifier
 * whose roots are all pinned need not guess what it was for. Information systems carry role purposes only; one without purposes is not
 * restricted (4.2.1.12), one for other things (time-stamps, servers) is.
 */
export function maySignDocuments(certificate: Certificate): string | null {
  const { keyUsage, extendedKeyUsage } = certificate;
  if (isAuthority(certificate)) return 'certificate of an authority';
  if (keyUsage?.has(KEY_USAGE.nonRepudiation) !== true) return 'key usage without nonRepudiation';
  const hasPurpose = extendedKeyUsage === null || extendedKeyUsage.some((purpose) => SIGNING_PURPOSES.has(purpose));
  const isSystem = rolesOf(certificate).length > 0 && extendedKeyUsage?.includes(PURPOSE.clientAuth) === false;
  return hasPurpose || isSystem ? null : 'purposes without document signing';
}

/** Login takes the AUTH certificates and, since GOST 2015, the one certificate for both. */
export function maySignIn(certificate: Certificate): string | null {
  const { keyUsage, extendedKeyUsage } = certificate;
  if (isAuthority(certificate)) return 'certificate of an authority';
  if (keyUsage !== null && !keyUsage.has(KEY_USAGE.digitalSignature)) return 'key usage without digitalSignature';
  return extendedKeyUsage === null || extendedKeyUsage.some((purpose) => SIGN_IN_PURPOSES.has(purpose)) ? null : 'purposes without sign-in';
}

export function judgeSigner(certificate: Certificate, identity: SignerIdentity, expectedBin: string | null): Finding {
  const objection = maySignDocuments(certificate);
  if (objection !== null) return failed('signer-not-for-signing', objection);
  if (expectedBin !== null && identity.bin === null) return failed('signer-unidentified', identity.commonName);
  if (expectedBin !== null && identity.bin !== expectedBin)
    return failed('signer-not-owner-body', identity.organisation ?? identity.commonName);
  return passed('signer-owner-body', identity.organisation ?? identity.commonName);
}

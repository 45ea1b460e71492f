/** Extensions a path is decided by must be readable in every certificate of it, also where nothing else in the path asks for them. */
import { readOnly, TAG } from '../asn1/der.ts';
import { Malformed } from '../malformed.ts';
import { EXTENSION } from '../oids.ts';
import type { Certificate } from '../x509/certificate.ts';
import { readAlternativeNames } from '../x509/general-names.ts';
import { policyFactsOf } from '../x509/policy-extensions.ts';
import { readConstraints } from './name-constraints.ts';

/** Met on every way through cross-certified authorities, a certificate is read through once. */
const known = new WeakMap<Certificate, string | null>();

/** What of names and policies cannot be read; null when all can. The other deciding extensions are read with the certificate. */
export function unreadableExtension(certificate: Certificate): string | null {
  const before = known.get(certificate);
  if (before !== undefined) return before;
  const why = readThrough(certificate);
  known.set(certificate, why);
  return why;
}

function readThrough(certificate: Certificate): string | null {
  const { extensions } = certificate;
  try {
    const names = extensions.get(EXTENSION.subjectAltName);
    if (names !== undefined) readAlternativeNames(names.value);
    const constraints = extensions.get(EXTENSION.nameConstraints);
    if (constraints !== undefined) {
      const reader = readOnly(constraints.value, TAG.sequence);
      readConstraints(reader);
      reader.end();
    }
    policyFactsOf(certificate);
    return null;
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}

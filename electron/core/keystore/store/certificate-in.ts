/** A certificate as somebody brings it, DER or PEM; null for what is none. */
import { Malformed, withoutArmour } from '../../trust/asn1/index.ts';
import { type Certificate, tryReadCertificate } from '../../trust/x509/index.ts';

export function certificateIn(encoded: Uint8Array): Certificate | null {
  try {
    return tryReadCertificate(withoutArmour(encoded));
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

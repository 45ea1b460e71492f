/** Whether an OCSP answer names this issuer (RFC 6960 4.1.1). */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { HashName } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { CertId } from './ocsp-response.ts';

const CERT_ID_HASHES: Readonly<Record<string, HashName>> = {
  // SHA-1 only names the issuer here; it protects nothing.
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

/** By its name and its key: authorities share names. */
export async function isOfIssuer(certId: CertId, issuer: Certificate): Promise<boolean> {
  const hash = CERT_ID_HASHES[certId.hashAlgorithm];
  return (
    hash !== undefined &&
    bytesEqual(certId.issuerNameHash, await digestOf(hash, issuer.subject.encoded)) &&
    bytesEqual(certId.issuerKeyHash, await digestOf(hash, issuer.publicKey.bits))
  );
}

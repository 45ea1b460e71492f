/** Writes the one OCSP request this program makes: one certificate, CertID with SHA-256 as the NCA's own clients, and a nonce. */
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import type { Certificate } from '../x509/certificate.ts';
import { type Bytes, TAG } from '../asn1/der.ts';
import { encode } from '../asn1/der-writer.ts';
import { digestOf } from '../algorithms/digest.ts';

const SHA256_ALGORITHM = hexToBytes('300d06096086480165030402010500');
/** id-pkix-ocsp-nonce 1.3.6.1.5.5.7.48.1.2. */
const NONCE_OID = hexToBytes('06092b0601050507300102');
const NONCE_BYTES = 16;

export interface OcspRequest {
  encoded: Bytes;
  /** extnValue the answer must carry. */
  nonce: Bytes;
}

export async function writeOcspRequest(certificate: Certificate, issuer: Certificate): Promise<OcspRequest> {
  const nonce = encode(TAG.octetString, crypto.getRandomValues(new Uint8Array(NONCE_BYTES)));
  const certId = encode(
    TAG.sequence,
    SHA256_ALGORITHM,
    encode(TAG.octetString, await digestOf('SHA-256', issuer.subject.encoded)),
    encode(TAG.octetString, await digestOf('SHA-256', issuer.publicKey.bits)),
    encode(TAG.integer, hexToBytes(certificate.serialHex)),
  );
  const extensions = encode(0xa2, encode(TAG.sequence, encode(TAG.sequence, NONCE_OID, encode(TAG.octetString, nonce))));
  const encoded = encode(TAG.sequence, encode(TAG.sequence, encode(TAG.sequence, encode(TAG.sequence, certId)), extensions));
  return { encoded, nonce };
}

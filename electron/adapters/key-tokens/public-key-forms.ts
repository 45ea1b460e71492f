/** Public keys of tokens in the forms of the desk: algorithm by certificate, SubjectPublicKeyInfo by the token's own numbers. */
import { createPublicKey, X509Certificate } from 'node:crypto';
import type { KeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import type { MadePair } from './token-objects.ts';

const BY_CURVE: Readonly<Record<string, KeyAlgorithm>> = { prime256v1: 'ECDSA-P256', secp384r1: 'ECDSA-P384' };
const BY_BITS: Readonly<Record<number, KeyAlgorithm>> = { 2048: 'RSA-2048', 3072: 'RSA-3072', 4096: 'RSA-4096' };

/** Null for a certificate of another algorithm, or for what is none. */
export function algorithmOf(certificate: Uint8Array): KeyAlgorithm | null {
  try {
    const { asymmetricKeyDetails: details } = new X509Certificate(certificate).publicKey;
    return BY_CURVE[details?.namedCurve ?? ''] ?? BY_BITS[details?.modulusLength ?? 0] ?? null;
  } catch {
    return null;
  }
}

/** DER of the curve’s object identifier (RFC 5480 section 2.1.1.1), as CKA_EC_PARAMS holds it. */
export const CURVE_PARAMETERS = {
  'ECDSA-P256': Buffer.from('06082a8648ce3d030107', 'hex'),
  'ECDSA-P384': Buffer.from('06052b81040022', 'hex'),
} as const;

/** DER SubjectPublicKeyInfo; null for what is no certificate. */
export function publicKeyIn(certificate: Uint8Array): Uint8Array | null {
  try {
    return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  } catch {
    return null;
  }
}

export function publicKeyOf({ parts }: Pick<MadePair, 'parts'>): Uint8Array<ArrayBuffer> {
  const base64url = (octets: Buffer): string => octets.toString('base64url');
  if (parts.is === 'rsa') return spki({ kty: 'RSA', n: base64url(parts.modulus), e: base64url(parts.exponent) });
  // CKA_EC_POINT is an OCTET STRING around the uncompressed point (PKCS#11 v2.40 section 2.3.3).
  const size = parts.parameters.equals(CURVE_PARAMETERS['ECDSA-P256']) ? 32 : 48;
  const coordinates = parts.point.subarray(-2 * size);
  return spki({ kty: 'EC', crv: size === 32 ? 'P-256' : 'P-384', x: base64url(coordinates.subarray(0, size)), y: base64url(coordinates.subarray(size)) });
}

const spki = (key: Record<string, string>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' }));

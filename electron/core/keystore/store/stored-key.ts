/** One record of the own store: the wrapped key and what is known of it, as JSON in octets. */
import { z } from 'zod';
import { KeyAlgorithm } from '../../../../shared/domain/keys/key-algorithm.ts';
import { decodeBase64, encodeBase64 } from '../../../../shared/util/base64.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { type Certificate, tryReadCertificate } from '../../trust/x509/index.ts';

const Octets = z.codec(z.string(), z.instanceof(Uint8Array), {
  decode: (text, context) => {
    const octets = decodeBase64(text);
    if (octets !== null) return octets;
    context.issues.push({ code: 'custom', input: text, message: 'not base 64' });
    return z.NEVER;
  },
  encode: (octets) => encodeBase64(octets),
});

const StoredKeyRecord = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  algorithm: KeyAlgorithm,
  /** DER SubjectPublicKeyInfo: authenticated with the wrapped key, and what a certificate to be installed must hold. */
  publicKey: Octets,
  /** PKCS#8 under the owner's password, see custody/wrap-key.ts. */
  wrapped: Octets,
  /** DER, the key's own first; empty until the certificate has come. */
  certificates: z.array(Octets),
  /** DER PKCS#10 of a key made here. */
  request: Octets.nullable(),
  addedAt: z.iso.datetime(),
  /** The threshold in days of the last reminder; null before the first. */
  remindedAt: z.int().nullable(),
});
export type StoredKey = z.output<typeof StoredKeyRecord>;

export const encodeStoredKey = (key: StoredKey): Bytes => new TextEncoder().encode(JSON.stringify(z.encode(StoredKeyRecord, key)));

/** Null for what is no record. */
export function decodeStoredKey(octets: Uint8Array): StoredKey | null {
  try {
    return z.decode(StoredKeyRecord, JSON.parse(new TextDecoder().decode(octets)));
  } catch {
    return null;
  }
}

/** The certificate of the key itself; null before it has come, and for what is none. */
export const ownCertificateOf = ({ certificates: [own] }: { certificates: readonly Uint8Array[] }): Certificate | null =>
  own === undefined ? null : tryReadCertificate(own);

/** What the wrapping authenticates: this record and no other. */
export const identityOfRecord = ({ id, publicKey }: Pick<StoredKey, 'id' | 'publicKey'>): Bytes =>
  Uint8Array.of(...new TextEncoder().encode(id), ...publicKey);

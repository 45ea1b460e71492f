/** Digests of every accepted algorithm behind one call: those of WebCrypto, and GOST, which it does not know. */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../asn1/der.ts';
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import { isGostHash } from '../gost/gost-algorithms.ts';
import { gostDigest } from '../gost/gost-digest.ts';
import type { Hash, RsaHash } from './algorithms.ts';

const HERE = { 'SHA-1': sha1, 'SHA-224': sha224, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

/** Reaching the threads of WebCrypto takes as long as hashing this much; what is longer is hashed there while this thread goes on with the rest. */
const SHORT_OCTETS = 4_096;

/** In this thread and at once. */
export const digestHere = (hash: RsaHash, bytes: Uint8Array): Bytes => new Uint8Array(HERE[hash](bytes));

/**
 * Besides what is old SHA-1 only names things here: issuers in OCSP, certificates in old signatures.
 * @param beside where what is long is hashed by GOST; left out, here
 */
export async function digestOf(hash: Hash, bytes: Bytes, beside?: DigestBeside): Promise<Bytes> {
  if (isGostHash(hash)) return gostDigest(hash, bytes, beside);
  if (hash === 'SHA-224' || bytes.length <= SHORT_OCTETS) return digestHere(hash, bytes);
  return new Uint8Array(await crypto.subtle.digest(hash, bytes));
}

/** Digests of every accepted algorithm behind one call: WebCrypto’s own, and GOST, which it does not know. */
import { sha224 } from '@noble/hashes/sha2.js';
import type { Hash } from './algorithms.ts';
import type { Bytes } from '../asn1/der.ts';
import { createGostHash, isGostHash } from '../gost/gost-algorithms.ts';
import { hashWhole } from '../gost/incremental-hash.ts';

/** Besides what is old SHA-1 only names things here: issuers in OCSP, certificates in old signatures. */
export async function digestOf(hash: Hash, bytes: Bytes): Promise<Bytes> {
  if (isGostHash(hash)) return hashWhole(createGostHash(hash), bytes);
  if (hash === 'SHA-224') return new Uint8Array(sha224(bytes));
  return new Uint8Array(await crypto.subtle.digest(hash, bytes));
}

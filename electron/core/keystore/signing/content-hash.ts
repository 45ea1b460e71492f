/** Hashes of content that comes in pieces: those WebCrypto only knows for whole messages, and GOST. */
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { Hash } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { createGostHash, isGostHash } from '../../trust/gost/index.ts';

export interface ContentHash {
  update(piece: Bytes): void;
  /** Ends the content; the object is of no use afterwards. */
  digest(): Bytes;
}

const SHA = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

export function createContentHash(hash: Hash): ContentHash {
  if (isGostHash(hash)) return createGostHash(hash);
  const sha = SHA[hash].create();
  return { update: (piece) => void sha.update(piece), digest: () => new Uint8Array(sha.digest()) };
}

export async function hashPieces(hash: Hash, pieces: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const content = createContentHash(hash);
  for await (const piece of pieces) content.update(new Uint8Array(piece));
  return content.digest();
}

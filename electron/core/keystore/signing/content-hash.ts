/** Hashes of content that comes in pieces: by the machine's own functions, and by ours where it knows none. */
import type { StreamedDigest, StreamedDigests } from '../../../ports/trust/streamed-digests.ts';
import type { Hash } from '../../trust/algorithms/index.ts';
import type { Bytes } from '../../trust/asn1/index.ts';
import { createGostHash, isGostHash } from '../../trust/gost/index.ts';

export const createContentHash = (hash: Hash, digests: StreamedDigests): StreamedDigest => (isGostHash(hash) ? createGostHash(hash) : digests.create(hash));

export async function hashPieces(hash: Hash, pieces: AsyncIterable<Uint8Array>, digests: StreamedDigests): Promise<Bytes> {
  const content = createContentHash(hash, digests);
  for await (const piece of pieces) content.update(piece);
  return content.digest();
}

/** Digests of one stream by several hashes in one pass, by the machine's own functions and by ours where it knows none. */
import type { StreamedDigest, StreamedDigests } from '../../../ports/trust/streamed-digests.ts';
import type { Hash } from '../algorithms/algorithms.ts';
import type { Bytes } from '../asn1/der.ts';
import { createGostHash, isGostHash } from '../gost/gost-algorithms.ts';

export interface DigestPass {
  update(piece: Bytes): void;
  digests(): ReadonlyMap<Hash, Bytes>;
}

/** Pieces smaller than this are gathered first: a hostile message may come one octet at a time. */
const GATHERED = 64 * 1024;

export function createDigestPass(hashes: Iterable<Hash>, port: StreamedDigests): DigestPass {
  const running = new Map<Hash, StreamedDigest>(
    [...new Set(hashes)].map((hash) => [hash, isGostHash(hash) ? createGostHash(hash) : port.create(hash)]),
  );
  const gathered = new Uint8Array(GATHERED);
  let length = 0;
  const flush = (): void => {
    if (length > 0) for (const digest of running.values()) digest.update(gathered.subarray(0, length));
    length = 0;
  };
  return {
    update(piece) {
      if (length + piece.length > GATHERED) flush();
      if (piece.length >= GATHERED) for (const digest of running.values()) digest.update(piece);
      else {
        gathered.set(piece, length);
        length += piece.length;
      }
    },
    digests() {
      flush();
      return new Map([...running].map(([hash, digest]) => [hash, digest.digest()]));
    },
  };
}

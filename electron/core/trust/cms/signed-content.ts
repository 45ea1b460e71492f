/** The content a signature is about, known by its digests alone: the same rules judge bytes in memory and a stream too large for it. */
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { Hash } from '../algorithms/algorithms.ts';
import { digestOf } from '../algorithms/digest.ts';
import type { Bytes } from '../asn1/der.ts';
import { joined } from '../asn1/der-writer.ts';

/** What is hashed in one go with the content, as the archive time-stamps of RFC 5126 6.4.1 want it. */
export interface Surroundings {
  before: Bytes;
  after: Bytes;
}

export interface SignedContent {
  digest(hash: Hash, around?: Surroundings): Promise<Bytes>;
}

/** Each digest is taken once, however many signers and time-stamps want it. @param beside where long content is hashed by GOST; left out, here */
export function contentInMemory(content: Bytes, beside?: DigestBeside): SignedContent {
  const known = new Map<Hash, Promise<Bytes>>();
  return {
    digest(hash, around) {
      if (around !== undefined) return digestOf(hash, joined(around.before, content, around.after), beside);
      const digest = known.get(hash) ?? digestOf(hash, content, beside);
      known.set(hash, digest);
      return digest;
    },
  };
}

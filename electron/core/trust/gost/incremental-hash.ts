/** A hash that takes its message in pieces, so that content of any size is hashed in constant memory. */
import type { Bytes } from '../asn1/der.ts';

export interface IncrementalHash {
  readonly digestBytes: number;
  update(piece: Uint8Array): void;
  /** Ends the message; the object is of no use afterwards. */
  digest(): Bytes;
}

export function hashWhole(hash: IncrementalHash, message: Uint8Array): Bytes {
  hash.update(message);
  return hash.digest();
}

/** A hash that takes its message in pieces, so that content of any size is hashed in constant memory. */
import type { Bytes } from '../asn1/der.ts';
import { inTurns } from '../in-turns.ts';

export interface IncrementalHash {
  readonly digestBytes: number;
  update(piece: Uint8Array): void;
  /** Ends the message; the object is of no use afterwards. */
  digest(): Bytes;
}

/** Some three milliseconds of the slower hash. */
const PIECE_OCTETS = 64 * 1024;

export function hashWhole(hash: IncrementalHash, message: Uint8Array): Bytes {
  hash.update(message);
  return hash.digest();
}

/** A list of revoked certificates takes a second to hash: whoever else waits for this thread is served in between. */
export async function hashInTurns(hash: IncrementalHash, message: Uint8Array): Promise<Bytes> {
  let done = 0;
  await inTurns(() => {
    hash.update(message.subarray(done, done + PIECE_OCTETS));
    done += PIECE_OCTETS;
    return done < message.length;
  });
  return hash.digest();
}

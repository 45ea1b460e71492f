/** A GOST digest taken without holding anybody up: of what is long in another thread, where there is one for it, else in turns of this one. */
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { Bytes } from '../asn1/der.ts';
import { inTurns } from '../in-turns.ts';
import { createGostHash, type GostHash } from './gost-algorithms.ts';

/** Hashed in forty milliseconds by the slower of the two hashes; handing it to another thread is not worth more. */
const LONG_OCTETS = 1024 * 1024;
/** Some three milliseconds of the slower hash. */
const PIECE_OCTETS = 64 * 1024;

/** @param beside null from it, and the digest is taken here as if there were none */
export async function gostDigest(hash: GostHash, message: Bytes, beside?: DigestBeside): Promise<Bytes> {
  const elsewhere = beside !== undefined && message.length >= LONG_OCTETS ? await beside(hash, message) : null;
  return elsewhere ?? hashInTurns(hash, message);
}

async function hashInTurns(name: GostHash, message: Bytes): Promise<Bytes> {
  const hash = createGostHash(name);
  let done = 0;
  await inTurns(() => {
    hash.update(message.subarray(done, done + PIECE_OCTETS));
    done += PIECE_OCTETS;
    return done < message.length;
  });
  return hash.digest();
}

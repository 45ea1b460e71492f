/** The other side of a lent thread: a question as it crosses threads, answered by the same arithmetic. */
import type { GostAnswer, GostQuestion } from '../../../ports/gost-verifier.ts';
import { readPublicKey } from '../algorithms/public-key.ts';
import { DerReader, Malformed } from '../asn1/der.ts';
import { GOST_SCHEMES } from './gost-algorithms.ts';
import { verifyGostValue } from './verify-gost-value.ts';

/** Null for what is no question of ours: whoever asked answers it for itself. */
export function answerGostQuestion({ signatureOid, key, data, value }: GostQuestion): GostAnswer | null {
  const scheme = GOST_SCHEMES.find((each) => each.signatureOid === signatureOid);
  if (scheme === undefined) return null;
  try {
    const publicKey = readPublicKey(new DerReader(new Uint8Array(key)).element());
    return verifyGostValue(scheme, { key: publicKey, data: new Uint8Array(data), value: new Uint8Array(value) });
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

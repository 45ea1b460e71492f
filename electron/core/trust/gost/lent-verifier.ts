/**
 * Other threads for signatures of GOST, where the shell lends some: WebCrypto brings its own, pure arithmetic has none.
 * One per process, as WebCrypto is; without it, and wherever it does not answer, the arithmetic is done here.
 */
import type { GostVerifier } from '../../../ports/gost-verifier.ts';
import type { GostScheme } from './gost-algorithms.ts';
import { type GostValueAnswer, type GostValueInput, verifyGostValue } from './verify-gost-value.ts';

let lent: GostVerifier | null = null;

/** Answers how to take it back. */
export function lendGostVerifier(verifier: GostVerifier): () => void {
  lent = verifier;
  return () => {
    if (lent === verifier) lent = null;
  };
}

/** @throws {Malformed} when the key is not the structure it must be. */
export async function verifyGost(scheme: GostScheme, input: GostValueInput): Promise<GostValueAnswer> {
  const { key, data, value } = input;
  const answer = (await lent?.verify({ signatureOid: scheme.signatureOid, key: key.encoded, data, value })) ?? null;
  return answer ?? verifyGostValue(scheme, input);
}

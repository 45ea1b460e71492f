/** Verifies signatures of Kazakh GOST beside the thread that asks: milliseconds of arithmetic each, and the hash of whatever is signed. */

export interface GostQuestion {
  /** Object identifier of the scheme's signature. */
  signatureOid: string;
  /** DER SubjectPublicKeyInfo. */
  key: Uint8Array;
  data: Uint8Array;
  value: Uint8Array;
}

export type GostAnswer = { is: 'right' | 'wrong' } | { is: 'refused'; why: string };

export interface GostVerifier {
  /** Null where nobody is free or able to: the asker then computes it for itself. */
  verify(question: GostQuestion): Promise<GostAnswer | null>;
}

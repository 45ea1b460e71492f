/** Remembers the evidence a certificate was last judged by, over restarts and for days without a network. */

export interface KeptProof {
  /** DER of OCSP responses and of lists, as they came; each is verified again whenever it is used. */
  ocsp: readonly Uint8Array[];
  crls: readonly Uint8Array[];
}

export interface KeptEvidence {
  /** Never rejects: what cannot be kept is asked for again. @param question names issuer and certificate */
  keep(question: string, proof: KeptProof): Promise<void>;
  /** Null where nothing is kept, or where it cannot be read. */
  find(question: string): Promise<KeptProof | null>;
}

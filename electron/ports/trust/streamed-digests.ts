/** Digests of the SHA family taken piece by piece: WebCrypto, all the core has of its own, wants the whole message at once. */
export type StreamedHash = 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

export interface StreamedDigest {
  update(piece: Uint8Array): void;
  /** Ends the message; the object is of no use afterwards. */
  digest(): Uint8Array<ArrayBuffer>;
}

export interface StreamedDigests {
  create(hash: StreamedHash): StreamedDigest;
}

/** Seals small secrets to this machine; what it gives depends on the shell (system secret store, or a key file). */
export interface SecretBox {
  readonly backend: string;
  seal(plain: Uint8Array): Promise<Uint8Array>;
  /** @throws when the bytes were not sealed here or were altered. */
  open(sealed: Uint8Array): Promise<OpenedSecret>;
}

export interface OpenedSecret {
  plain: Uint8Array;
  /** The store has a newer key than the one it was sealed with: what is kept should be sealed again. */
  stale: boolean;
}

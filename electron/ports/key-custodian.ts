/** Keeps private keys where nothing else can read them; whoever uses one holds a handle, never the key. */
import type { KeyAlgorithm } from '../../shared/domain/key-algorithm.ts';
import type { Result } from '../../shared/util/result.ts';

export type KeyFileRefusal = 'key-file-unreadable' | 'password-wrong' | 'key-unsupported' | 'key-mismatch';

export interface KeptKey {
  /** Good until the key is closed, and only with the custodian that gave it. */
  handle: string;
  algorithm: KeyAlgorithm;
  /** DER of the certificates that came with the key, its own first. */
  certificates: readonly Uint8Array[];
}

/** Every value that crosses is plain data: a custodian may live in another thread. */
export interface KeyCustodian {
  /** @param keyFile PKCS#12 */
  openKeyFile(keyFile: Uint8Array, password: string): Promise<Result<KeptKey, KeyFileRefusal>>;
  /**
   * The value of a signature over the whole message, hashed by the custodian: raw hashes are not signed for anyone.
   * @param hash name of the hash of one of the key's schemes
   */
  sign(handle: string, hash: string, message: Uint8Array): Promise<Result<Uint8Array, 'key-closed' | 'scheme-refused'>>;
  /** Wipes the key. An unknown handle is one that was closed before. */
  close(handle: string): Promise<void>;
}

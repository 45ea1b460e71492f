/** Keeps private keys where nothing else can read them; whoever uses one holds a handle, never the key. */
import type { KeyAlgorithm, NewKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import type { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import type { Result } from '../../../shared/util/result.ts';

export type KeyFileRefusal = 'key-file-unreadable' | 'password-wrong' | 'key-unsupported' | 'key-mismatch';
export type StoredKeyRefusal = 'password-wrong' | 'stored-key-unreadable';

type Octets = Uint8Array<ArrayBuffer>;

/** Good until the key is closed, and only with the custodian that gave it. */
export type KeyHandle = string;

export interface KeptKey {
  handle: KeyHandle;
  algorithm: KeyAlgorithm;
  /** DER of the certificates that came with the key, its own first. */
  certificates: readonly Octets[];
}

export interface FreshKey {
  handle: KeyHandle;
  /** DER SubjectPublicKeyInfo. */
  publicKey: Octets;
}

/** Every value that crosses is plain data: a custodian may live in another thread. */
export interface KeyCustodian {
  /** @param keyFile PKCS#12, or PKCS#8 in PEM with its certificate */
  openKeyFile(keyFile: Uint8Array, password: string): Promise<Result<KeptKey, KeyFileRefusal>>;
  generate(algorithm: NewKeyAlgorithm): Promise<FreshKey>;
  /**
   * The key under the owner's password, as the store of this desk keeps it.
   * @param identity authenticated with it; the same is needed to open it
   */
  wrap(handle: KeyHandle, password: string, identity: Uint8Array): Promise<Result<Octets, 'key-closed'>>;
  /** A key that `wrap` gave. */
  openWrapped(wrapped: Uint8Array, password: string, identity: Uint8Array): Promise<Result<KeyHandle, StoredKeyRefusal>>;
  /**
   * The value of a signature over the whole message, hashed by the custodian: raw hashes are not signed for anyone.
   * @param hash name of the hash of one of the key's schemes
   */
  sign(handle: KeyHandle, hash: string, message: Uint8Array): Promise<Result<Octets, 'key-closed' | 'scheme-refused'>>;
  /** @param certificate DER; the key's own, or nothing is written */
  exportKeyFile(handle: KeyHandle, certificate: Uint8Array, password: string, form: KeyFileForm): Promise<Result<Octets, 'key-closed' | 'key-mismatch'>>;
  /** Wipes the key. An unknown handle is one that was closed before. */
  close(handle: KeyHandle): Promise<void>;
}

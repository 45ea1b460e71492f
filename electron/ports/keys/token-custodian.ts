/** Keys on hardware tokens (PKCS#11): they never leave the token; whoever uses one holds a handle. */
import type { KeyAlgorithm, TokenKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { KeyHandle } from './key-custodian.ts';

type Octets = Uint8Array<ArrayBuffer>;

/** What the token itself says of its PIN (CKF_USER_PIN_*): none tells the number before the last. */
export type PinState = 'fresh' | 'wrong-before' | 'last-try' | 'locked';

export interface TokenInfo {
  /** Serial number and label: the same token in another reader is the same. */
  id: string;
  label: string;
  manufacturer: string;
  model: string;
  serial: string;
  pin: PinState;
}

/** `pin` after the attempt, for `pin-wrong`. */
export type TokenRefusal = { code: 'token-removed' | 'token-locked' | 'token-full' | 'not-supported' | 'key-unknown' } | { code: 'pin-wrong'; pin: PinState };

export interface TokenKey {
  handle: KeyHandle;
  algorithm: KeyAlgorithm;
  label: string;
  /** DER; the key's own. */
  certificate: Octets;
}

/** Every value that crosses is plain data: the token's library blocks, so it runs in another thread. */
export interface TokenCustodian {
  list(): Promise<TokenInfo[]>;
  /** Keys with a certificate; the session stays open until all of them are closed. */
  open(tokenId: string, pin: string): Promise<Result<TokenKey[], TokenRefusal>>;
  /** Makes a key on the token; it is listed once its certificate was put beside it. */
  generate(tokenId: string, pin: string, algorithm: TokenKeyAlgorithm, label: string): Promise<Result<{ handle: KeyHandle; publicKey: Octets }, TokenRefusal>>;
  /** Puts the certificate beside the key that was made. */
  install(handle: KeyHandle, certificate: Uint8Array): Promise<Result<null, 'key-closed' | 'token-removed'>>;
  /** The same later, when the session of the making is long over: beside the key whose public half is in it; `key-unknown` where none waits for it. */
  certify(tokenId: string, pin: string, certificate: Uint8Array): Promise<Result<null, TokenRefusal>>;
  sign(handle: KeyHandle, hash: string, message: Uint8Array): Promise<Result<Octets, 'key-closed' | 'token-removed' | 'scheme-refused'>>;
  close(handle: KeyHandle): Promise<void>;
}

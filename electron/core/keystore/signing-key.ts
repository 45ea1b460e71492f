/**
 * A key as everyone but its custodian sees it: what its certificate says, and the ability to sign whole messages.
 * The octets of the private key are in nobody's reach here, and a bare hash is never signed: what is signed is always hashed by us.
 */
import type { KeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import type { Result } from '../../../shared/util/result.ts';
import type { SignerIdentity } from '../trust/index.ts';
import type { SignatureScheme } from './keys/signature-schemes.ts';

/**
 * `key-closed`: closed, locked or its keeper has gone; `token-removed`: the token was pulled out while in use;
 * `scheme-refused`: this key does not sign by that scheme.
 */
export type SigningRefusal = 'key-closed' | 'token-removed' | 'scheme-refused';

export interface SigningKey {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER of what came with the key besides its own certificate: its issuers, usually nothing. */
  readonly issuers: readonly Uint8Array[];
  /** Who the certificate names, in which roles, from when to when; nothing here says that it is trusted. */
  readonly owner: SignerIdentity;
  /** Object identifiers of extendedKeyUsage, in the order of the certificate. */
  readonly purposes: readonly string[];
  /** keyUsage nonRepudiation (RFC 5280 4.2.1.3): without it a certificate is not for signing documents. */
  readonly forSigning: boolean;
  readonly algorithm: KeyAlgorithm;
  /** What it signs by, the usual one first; empty for a key of the withdrawn Gamma arc. */
  readonly schemes: readonly SignatureScheme[];
  /**
   * The signature of `message` as certificates and CMS carry it: GOST r ‖ s little-endian, ECDSA as DER, RSA PKCS#1 v1.5.
   * @param scheme one of `schemes`; the first of them when left out
   */
  sign(message: Uint8Array, scheme?: SignatureScheme): Promise<Result<Uint8Array, SigningRefusal>>;
  /** Wipes the private key; the object signs no more. Closing twice is no error. */
  close(): Promise<void>;
}

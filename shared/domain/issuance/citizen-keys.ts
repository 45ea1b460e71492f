/**
 * What a citizen’s page and the key store beside it (a worker of the same page) say to each other. Private keys come to the page sealed
 * or in a finished file; the password goes to the worker only.
 */
import type { KeyOwner, PasswordFault } from '../keys/key-view.ts';

/** Keys as the NCA issues them to a person, each by the name its file begins with: one for everything, or the older pair. */
export type CitizenKeyKind = 'GOST512' | 'RSA256' | 'AUTH_RSA256';

/** A private key between the request and the certificate: AES-256-GCM under a key the browser does not export. */
export interface SealedKey {
  kind: CitizenKeyKind;
  /** CryptoKey; IndexedDB keeps it as it is. */
  sealingKey: unknown;
  nonce: Uint8Array<ArrayBuffer>;
  box: Uint8Array<ArrayBuffer>;
}

export interface MadeKey {
  sealed: SealedKey;
  /** PKCS#10 in DER. */
  request: Uint8Array;
}

export interface KeyFileOut {
  fileName: string;
  /** PKCS#12 as the NCA writes it. */
  file: Uint8Array<ArrayBuffer>;
}

/** Names and numbers a guesser knows too. */
interface ChosenPassword {
  password: string;
  ownerData: readonly string[];
  minLength: number;
}

export type KeyStoreQuestion =
  | { ask: 'make'; kinds: readonly CitizenKeyKind[]; owner: KeyOwner }
  | ({ ask: 'judge' } & ChosenPassword)
  | ({ ask: 'finish'; keys: readonly { sealed: SealedKey; certificate: Uint8Array }[] } & ChosenPassword);

export type KeyStoreAnswer =
  | { answer: 'made'; keys: readonly MadeKey[] }
  | { answer: 'judged'; faults: readonly PasswordFault[] }
  | { answer: 'finished'; files: readonly KeyFileOut[] }
  /** A certificate of another key, or a key whose box does not open. */
  | { answer: 'refused'; why: 'other-key' | 'key-damaged' }
  /** Thrown in the worker; told without its text. */
  | { answer: 'failed' };

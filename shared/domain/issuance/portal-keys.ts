/** What the portal tells a citizen’s page about its keys, and takes from it: requests and fingerprints, never a private key or a password. */
import type { CitizenKeyKind } from './citizen-keys.ts';
import type { KeyOwner } from '../keys/key-view.ts';
import type { Localized } from '../localized.ts';

export interface KeyAgreement {
  version: string;
  clauses: readonly Localized[];
}

export interface KeyApplication {
  agreementVersion: string;
  store: 'computer' | 'token';
  email: string;
  /** Where the holder is reminded before the keys end. */
  remindBy: readonly ('email' | 'sms')[];
}

/** `received`: the НУЦ has it and has not looked yet; `awayMs` is for how long it could not, by the service’s clock. */
export type AuthorityState =
  | { is: 'none' }
  | { is: 'received'; since: string; awayMs: number | null }
  | { is: 'deciding'; since: string }
  | { is: 'issued'; since: string }
  | { is: 'refused'; since: string };

/** A certificate of the same person that is still good. */
export interface OldKey {
  serialHex: string;
  fileName: string;
  notAfter: string;
}

export interface KeysView {
  agreement: KeyAgreement;
  /** As the registry writes it: the request must say the same. E-mail is empty before the application. */
  owner: KeyOwner;
  passwordMinLength: number;
  applied: KeyApplication | null;
  authority: AuthorityState;
  oldKeys: readonly OldKey[];
}

export interface KeyRequestIn {
  kind: CitizenKeyKind;
  /** Base 64 of the DER. */
  pkcs10: string;
}

export interface IssuedKey {
  kind: CitizenKeyKind;
  /** SHA-256 of the request. */
  request: string;
  /** Base 64 of the DER. */
  certificate: string;
}

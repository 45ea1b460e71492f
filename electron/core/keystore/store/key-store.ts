/** The workstation's own store of keys: what may be asked of it, in the words of its users. */
import type { HandedOutFile, HandOutOrder, KeyRefusal, KeyView, NewKeyOrder, RemovalReason } from '../../../../shared/domain/keys/key-view.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { Result } from '../../../../shared/util/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { KeyCustodian } from '../../../ports/keys/key-custodian.ts';
import type { KeyShelf } from '../../../ports/keys/key-shelf.ts';
import type { Journal } from '../../journal/index.ts';
import type { CertificateWorth } from '../lifecycle/key-state.ts';
import type { SigningKey } from '../signing-key.ts';

export interface KeyStoreOptions {
  shelf: KeyShelf;
  custodian: KeyCustodian;
  clock: Clock;
  policy(): Policy;
  /** Base words of passwords everybody guesses first. */
  commonPasswords: ReadonlySet<string>;
  journal: Pick<Journal, 'record'>;
  /** UUID version 4. */
  randomId(): string;
  /** Of a certificate whose time is running. @param certificate DER */
  worthOf(certificate: Uint8Array): Promise<CertificateWorth>;
}

/** Who acts, for the journal. */
export type Acting = Parameters<Journal['record']>[1];

export interface ImportOrder {
  file: Uint8Array;
  password: string;
  /** Null keeps the password of the file, where it is good enough. */
  newPassword: string | null;
}

export interface KeyStore {
  list(): Promise<KeyView[]>;
  importKeyFile(order: ImportOrder, acting: Acting): Promise<Result<KeyView, KeyRefusal>>;
  /** Makes a key and the request for its certificate. */
  generate(order: NewKeyOrder, acting: Acting): Promise<Result<KeyView, KeyRefusal>>;
  /** The PKCS#10 of a key made here, in PEM. */
  request(id: string): Promise<Result<HandedOutFile, KeyRefusal>>;
  /** @param certificate DER or PEM */
  installCertificate(id: string, certificate: Uint8Array, acting: Acting): Promise<Result<KeyView, KeyRefusal>>;
  changePassword(id: string, passwords: { old: string; new: string }, acting: Acting): Promise<Result<null, KeyRefusal>>;
  handOut(order: HandOutOrder, acting: Acting): Promise<Result<HandedOutFile, KeyRefusal>>;
  remove(id: string, reason: RemovalReason, acting: Acting): Promise<Result<null, KeyRefusal>>;
  /** To sign with; whoever opened it closes it, and journals what was signed. */
  open(id: string, password: string, acting: Acting): Promise<Result<SigningKey, KeyRefusal>>;
}

/** The store for whoever is at the desk now. */
export interface StoredKeys {
  list(): Promise<KeyView[]>;
  open(id: string, password: string): Promise<Result<SigningKey, KeyRefusal>>;
}

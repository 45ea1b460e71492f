/** What the keys of this workstation need of the world: their shelf, tokens, a voice outside the window, and what is shipped as data. */
import type { FileOutlet } from '../file-outlet.ts';
import type { KeyShelf } from './key-shelf.ts';
import type { Notifier } from '../notifier.ts';
import type { TokenCustodian } from './token-custodian.ts';

export interface KeyPorts {
  shelf: KeyShelf;
  tokens: TokenCustodian;
  notifier: Notifier;
  /** Where key files and requests are put. */
  outlet: FileOutlet;
  /** Base words of passwords everybody guesses first (resources/policy/common-passwords.json). */
  commonPasswords: ReadonlySet<string>;
}

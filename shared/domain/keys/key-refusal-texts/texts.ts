/** The words a language has for refusals of the key store. */
import type { KeyRefusalCode, PasswordFault } from '../key-view.ts';

export interface KeyRefusalTexts {
  /** `{time}` stands for when the next try is allowed, `{faults}` for what is wrong with the new password. */
  readonly refusal: Readonly<Record<KeyRefusalCode, string>>;
  readonly fault: Readonly<Record<PasswordFault, string>>;
}

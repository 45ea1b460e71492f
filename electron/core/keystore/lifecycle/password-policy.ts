/** What the password of a key must be: the NCA's alphabet rule is the floor, and what everybody guesses first is refused. */
import type { PasswordFault } from '../../../../shared/domain/keys/key-view.ts';
import { isCommonPassword } from './guessed-password.ts';

export interface PasswordRules {
  /** Never below the six of the NCA. */
  minLength: number;
  /** Base words, in lower case without digits (resources/policy/common-passwords.json). */
  commonWords: ReadonlySet<string>;
}

/** `^(?=.*?[A-Z])(?=.*?[a-z])(?=.*?[0-9]).{6,32}$` of NCALayer, a rule of issue. */
const NCA_MIN_LENGTH = 6;
const NCA_MAX_LENGTH = 32;
/** A name of two or three letters is in too many words by chance. */
const SHORTEST_OWNER_DATA = 4;

/** @param ownerData names and numbers of the owner, which a guesser knows too */
export async function passwordFaults(password: string, rules: PasswordRules, ownerData: readonly string[] = []): Promise<PasswordFault[]> {
  const length = [...password].length;
  const faults: PasswordFault[] = [];
  if (length < Math.max(NCA_MIN_LENGTH, rules.minLength)) faults.push('too-short');
  if (length > NCA_MAX_LENGTH) faults.push('too-long');
  if (!/[A-Z]/.test(password)) faults.push('no-upper');
  if (!/[a-z]/.test(password)) faults.push('no-lower');
  if (!/[0-9]/.test(password)) faults.push('no-digit');
  if (await isCommonPassword(password, rules.commonWords)) faults.push('common');
  const plain = password.toLowerCase();
  // Certificates write the numbers with IIN or BIN before them; nobody would in a password.
  const words = ownerData.flatMap((text) => text.toLowerCase().split(/\s+/)).map((word) => word.replace(/^[ib]in(?=\d)/, ''));
  const telling = words.filter((word) => word.length >= SHORTEST_OWNER_DATA);
  if (telling.some((word) => plain.includes(word))) faults.push('owner-data');
  return faults;
}

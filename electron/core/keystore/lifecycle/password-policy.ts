/** What the password of a key must be: the NCA's alphabet rule is the floor, and what everybody guesses first is refused. */
import type { PasswordFault } from '../../../../shared/domain/key-view.ts';

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
export function passwordFaults(password: string, rules: PasswordRules, ownerData: readonly string[] = []): PasswordFault[] {
  const length = [...password].length;
  const faults: PasswordFault[] = [];
  if (length < Math.max(NCA_MIN_LENGTH, rules.minLength)) faults.push('too-short');
  if (length > NCA_MAX_LENGTH) faults.push('too-long');
  if (!/[A-Z]/.test(password)) faults.push('no-upper');
  if (!/[a-z]/.test(password)) faults.push('no-lower');
  if (!/[0-9]/.test(password)) faults.push('no-digit');
  if (isCommon(password, rules.commonWords)) faults.push('common');
  const plain = password.toLowerCase();
  // Certificates write the numbers with IIN or BIN before them; nobody would in a password.
  const words = ownerData.flatMap((text) => text.toLowerCase().split(/\s+/)).map((word) => word.replace(/^[ib]in(?=\d)/, ''));
  const telling = words.filter((word) => word.length >= SHORTEST_OWNER_DATA);
  if (telling.some((word) => plain.includes(word))) faults.push('owner-data');
  return faults;
}

const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** A common word with digits and signs before or after it, or with letters swapped for look-alikes; and runs of one sign. */
function isCommon(password: string, words: ReadonlySet<string>): boolean {
  const lower = password.toLowerCase();
  if (/^(.)\1*$/.test(lower)) return true;
  const readable = [...lower].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  const bare = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [lower, bare(lower), bare(readable), readable, bare(lower).replaceAll(/[^\p{L}]/gu, '')].some((text) => words.has(text));
}

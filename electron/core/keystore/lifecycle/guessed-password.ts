/** Whether a password is a default, a leaked one, or one of them dressed up: with digits and signs around it, look-alikes for letters, or another keyboard. */

/** Shorter ones are within too many good passwords by chance; the base words of the house are as short as they must be. */
const SHORTEST_LEAKED = 4;
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' };

/** What the keys of a Latin keyboard write on the Russian one; on the Kazakh one the digits write letters too. */
const RUSSIAN = keys("qwertyuiop[]asdfghjkl;'zxcvbnm,.", 'йцукенгшщзхъфывапролджэячсмитьбю');
const KAZAKH = { ...RUSSIAN, ...keys('2345890-=', 'әіңғүұқөһ') };

/** @param words base words in lower case: defaults of Kazakh services, keyboard runs, names and towns; the Cyrillic ones as their keys write them */
export async function isCommonPassword(password: string, words: ReadonlySet<string>): Promise<boolean> {
  const lower = password.toLowerCase();
  if (/^(.)\1*$/u.test(lower)) return true;
  const readable = written(lower, LOOKALIKES);
  const together = lower.replaceAll(/[\s._-]/g, '');
  const lettersOnly = lower.replaceAll(/[^\p{L}]/gu, '');
  if ([lower, readable, lettersOnly, written(lower, RUSSIAN), written(lower, KAZAKH)].flatMap(undressed).some((text) => words.has(text))) return true;
  const leaked = await leakedPasswords();
  return [lower, readable, together].flatMap(undressed).some((text) => text.length >= SHORTEST_LEAKED && leaked.has(text));
}

function keys(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((key, index) => [key, to[index]!]));
}

const written = (text: string, signs: Readonly<Record<string, string>>): string => [...text].map((sign) => signs[sign] ?? sign).join('');

/** As it is, without signs around it, and without what is no letter before it, after it, on both sides. */
function undressed(text: string): string[] {
  const headless = text.replace(/^[^\p{L}]+/u, '');
  const tailless = (whole: string): string => whole.replace(/[^\p{L}]+$/u, '');
  return [text, text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''), headless, tailless(text), tailless(headless)];
}

let loaded: Promise<ReadonlySet<string>> | undefined;

/** Half a megabyte, in lower case: read when the first password is judged, not at the start of a program that may judge none. */
async function leakedPasswords(): Promise<ReadonlySet<string>> {
  loaded ??= import('@zxcvbn-ts/language-common/src/passwords.json', { with: { type: 'json' } }).then(({ default: list }) => new Set(list));
  try {
    return await loaded;
  } catch (cause) {
    // The network of the citizen's page may be back with the next letter.
    loaded = undefined;
    throw cause;
  }
}

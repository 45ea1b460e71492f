/** What can be told of a text's language from its letters. */

const KAZAKH_ONLY = /[әғқңөұүһі]/i;
const LETTERS = /\p{L}+/gu;

/** Words of more than one script: a Latin i, h or ə typed inside a Kazakh word looks right and is wrong. */
export function mixedWords(text: string): string[] {
  return (text.match(LETTERS) ?? []).filter((word) => /\p{Script=Cyrillic}/u.test(word) && /[^\p{Script=Cyrillic}]/u.test(word));
}

/** Cyrillic letters of neither the Kazakh nor the Russian alphabet (Ukrainian ї, Bashkir ҫ, …). */
export function strangeLetters(text: string): string[] {
  return (text.match(/\p{Script=Cyrillic}/gu) ?? []).filter((letter) => !/[а-яёәғқңөұүһі]/i.test(letter));
}

export function hasKazakhLetters(text: string): boolean {
  return KAZAKH_ONLY.test(text);
}

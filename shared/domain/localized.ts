/** The languages of the house, texts that come as data (dictionary values of the state, labels of templates), and the shape of a catalogue. */
import { z } from 'zod';

export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Every dictionary value of the state is a Kazakh/Russian pair. */
export const Pair = z.strictObject({ kk: z.string(), ru: z.string() });
export type Pair = z.infer<typeof Pair>;

export const Localized = z.strictObject({ kk: z.string(), ru: z.string(), en: z.string() });
export type Localized = z.infer<typeof Localized>;

/** The text in the wanted language; English readers of a kk/ru pair are given the Russian half. */
export function inLanguage(text: Localized | Pair, language: Language): string {
  if (language === 'en') return 'en' in text ? text.en : text.ru;
  return text[language];
}

/** The same tree of texts in another language: every key must be there, any text may stand under it. */
export type Translated<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]> };

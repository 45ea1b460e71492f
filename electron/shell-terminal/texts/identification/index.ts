/** The texts of the commands about identification, in three languages; one missing in one of them does not compile. */
import type { Language } from '../../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

type Texts<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends string ? string : Texts<Shape[Key]> };

export type IdentificationText = Texts<typeof en>;

const CATALOGUE: Record<Language, IdentificationText> = { kk, ru, en };

export const identificationTexts = (language: Language): IdentificationText => CATALOGUE[language];

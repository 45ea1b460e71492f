/** The texts of the commands about identification, in three languages; one missing in one of them does not compile. */
import type { Language, Translated } from '../../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type IdentificationText = Translated<typeof en>;

const CATALOGUE: Record<Language, IdentificationText> = { kk, ru, en };

export const identificationTexts = (language: Language): IdentificationText => CATALOGUE[language];

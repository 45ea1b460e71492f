/** The texts of signing on the command line, in three languages; one missing in one of them does not compile. */
import type { Language, Translated } from '../../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type SigningText = Translated<typeof en>;

const CATALOGUE: Record<Language, SigningText> = { kk, ru, en };

export const signingTexts = (language: Language): SigningText => CATALOGUE[language];

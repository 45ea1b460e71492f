/** The texts of the collector's command, in three languages; one missing in one of them does not compile. */
import type { Language, Translated } from '../../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type CollectorText = Translated<typeof en>;

const CATALOGUE: Record<Language, CollectorText> = { kk, ru, en };

export const collectorTexts = (language: Language): CollectorText => CATALOGUE[language];

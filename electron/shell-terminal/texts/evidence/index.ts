/** The texts of the commands about packages of evidence, in three languages; one missing in one of them does not compile. */
import type { Language, Translated } from '../../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type EvidenceText = Translated<typeof en>;

const CATALOGUE: Record<Language, EvidenceText> = { kk, ru, en };

export const evidenceTexts = (language: Language): EvidenceText => CATALOGUE[language];

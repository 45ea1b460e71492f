/** The texts of keys on the command line, in three languages; one missing in one of them does not compile. */
import { keyRefusalText } from '../../../../shared/domain/keys/key-refusal-texts/index.ts';
import type { KeyRefusal } from '../../../../shared/domain/keys/key-view.ts';
import type { Language, Translated } from '../../../../shared/domain/localized.ts';
import { almatyTime } from '../../lines/almaty-time.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export type KeysCatalogue = Translated<typeof en>;

export type KeysText = KeysCatalogue & { readonly refused: (refusal: KeyRefusal) => string };

const CATALOGUE: Record<Language, KeysCatalogue> = { kk, ru, en };

export const keysTexts = (language: Language): KeysText => ({
  ...CATALOGUE[language],
  refused: (refusal) => keyRefusalText(language, refusal, almatyTime),
});

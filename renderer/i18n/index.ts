/** The interface in three languages; a text of the interface is only ever found by a typed key. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../../shared/domain/localized.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

export const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function startI18n(language: Language): void {
  // Without a backend everything is at hand, so the promise of `init` is already settled.
  void i18next.use(initReactI18next).init({
    resources: { kk: { translation: kk }, ru: { translation: ru }, en: { translation: en } },
    lng: language,
    initAsync: false,
    // React escapes; a second escaping would show entities.
    interpolation: { escapeValue: false },
  });
}

export function changeLanguage(language: Language): void {
  void i18next.changeLanguage(language);
}

/** Texts of one given language, whatever the interface speaks: for strips that speak all three at once. */
export const textsOf = (language: Language) => i18next.getFixedT(language);

/** The texts of the interface, and the language data from outside is to be shown in. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language as Language };
}

/** The page's own catalogue in three languages, beside the texts of the pieces it shares with the desk. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, LANGUAGES, type Translated } from '../../../shared/domain/localized.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

/** The shape every language fills. */
export type CitizenCatalogue = Translated<typeof ru>;

/** As short as a phone's screen wants it. */
export const LANGUAGE_SHORT: Record<Language, string> = { kk: 'Қаз', ru: 'Рус', en: 'Eng' };

const KEPT = 'language';

/** Of the link that led here, else of the last visit, else Kazakh. */
export function firstLanguage(): Language {
  const wanted = new URLSearchParams(location.search).get('lang') ?? keptLanguage();
  return LANGUAGES.find((language) => language === wanted) ?? 'kk';
}

export function startTexts(language: Language): void {
  // Without a backend everything is at hand, so the promise of `init` is already settled.
  void i18next.use(initReactI18next).init({
    resources: { kk: { citizen: kk }, ru: { citizen: ru }, en: { citizen: en } },
    lng: language,
    defaultNS: 'translation',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  dress(language);
}

export function speak(language: Language): void {
  void i18next.changeLanguage(language);
  dress(language);
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export function useTexts() {
  const { t, i18n } = useTranslation('citizen');
  return { t, language: i18n.language as Language };
}

function dress(language: Language): void {
  document.documentElement.lang = language;
  document.title = i18next.t('citizen:frame.title');
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

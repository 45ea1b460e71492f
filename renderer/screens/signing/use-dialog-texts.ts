/** Texts in the language the caller asked for, which may be another than that of the workstation. */
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/localized.ts';

export function useDialogTexts(locale: Language | null) {
  const { t, i18n } = useTranslation(undefined, locale === null ? {} : { lng: locale });
  return { t, language: locale ?? (i18n.language as Language) };
}

export type DialogTexts = ReturnType<typeof useDialogTexts>['t'];

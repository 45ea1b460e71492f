/** The language of what is said before a desk's own preference can be read. */
import { Language } from '../../shared/domain/localized.ts';

/** @param locale as in `kk-KZ` or `ru_RU.UTF-8`; English where it names none of ours */
export const languageOfLocale = (locale: string): Language => Language.safeParse(locale.slice(0, 2)).data ?? 'en';

/** POSIX.1-2017, section 8.2: LC_ALL before LC_MESSAGES before LANG. */
export const languageOfConsole = (env: Readonly<Record<string, string | undefined>>): Language =>
  languageOfLocale(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '');

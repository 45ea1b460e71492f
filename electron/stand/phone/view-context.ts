/** What every page of the phone is drawn with: whose phone, which language, how to write addresses, dates and names. */
import { inLanguage, type Language, type Localized, type Pair } from '../../../shared/domain/localized.ts';
import purposes from '../../../resources/policy/purposes.json' with { type: 'json' };
import { STAND_DOCUMENT_TYPES } from '../population/index.ts';
import { templateOf } from '../population/issuer-templates.ts';
import type { StandPerson } from '../population/person.ts';
import { textsIn, type Texts } from './texts.ts';

export interface ViewContext {
  language: Language;
  say: Texts;
  /** Text of the state, which comes as data. */
  tell(text: Localized | Pair): string;
  titleOf(documentType: string): string;
  purposeOf(id: string): string;
  time(at: Date): string;
  day(isoDay: string): string;
  /** Address of a page of this phone, e.g. `address(person, 'messages')`. */
  address(person: StandPerson, ...rest: string[]): string;
}

const LOCALES: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

export function viewContext(language: Language): ViewContext {
  const clock = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'Asia/Almaty',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const tell = (text: Localized | Pair): string => inLanguage(text, language);
  return {
    language,
    say: textsIn(language),
    tell,
    // A mark names its type in the workstation's words, which may be any.
    titleOf: (type) => (STAND_DOCUMENT_TYPES.includes(type) ? tell(templateOf(type).title) : type),
    purposeOf(id) {
      const purpose = purposes.find((candidate) => candidate.id === id);
      return purpose === undefined ? id : tell(purpose.title);
    },
    time: (at) => clock.format(at),
    day: (isoDay) => isoDay.split('-').toReversed().join('.'),
    address: (person, ...rest) => ['/phone', language, person.iin, ...rest.map(encodeURIComponent)].join('/'),
  };
}

export function fullName(person: Pick<StandPerson, 'surname' | 'name' | 'patronymic'>): string {
  return [person.surname, person.name, person.patronymic].filter((part) => part !== null).join(' ');
}

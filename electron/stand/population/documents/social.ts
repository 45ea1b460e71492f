/** Cards of social protection and health: pensioner, kandas, the unified social document, and the PCR tests of former years. */
import type { Pair } from '../../../../shared/domain/localized.ts';
import { addDays, lastDayOfTerm } from '../calendar.ts';
import { digits } from '../demo-numbers.ts';
import type { Draft } from '../draft.ts';
import { day, holderFields, issueDocument, pair, text, type Terms } from '../issue-document.ts';
import type { StandDocument, StandPerson } from '../person.ts';
import { SEX_NAMES } from './identity-card.ts';

const SOCIAL_PROTECTION: Pair = {
  kk: 'ҚР Еңбек және халықты әлеуметтік қорғау министрлігі',
  ru: 'Министерство труда и социальной защиты населения РК',
};

export const SOCIAL_CATEGORIES = {
  disability: { kk: 'Мүгедектігі бар адам', ru: 'Лицо с инвалидностью' },
  childWithDisability: { kk: 'Мүгедектігі бар бала', ru: 'Ребёнок с инвалидностью' },
  largeFamily: { kk: 'Көпбалалы отбасы', ru: 'Многодетная семья' },
} as const satisfies Record<string, Pair>;

export const DISABILITY_GROUPS = [
  { kk: 'бірінші топ', ru: 'первая группа' },
  { kk: 'екінші топ', ru: 'вторая группа' },
  { kk: 'үшінші топ', ru: 'третья группа' },
] as const satisfies readonly Pair[];

const nextNumber = (draft: Draft) => `TEST-${digits(draft.numbers.next('social'), 7)}`;

export function issuePensionerCard(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const number = terms.number ?? nextNumber(draft);
  return issueDocument(draft, person, {
    ...terms,
    type: 'pensioner_card',
    number,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      pensionKind: pair({ kk: 'жасына байланысты зейнетақы', ru: 'пенсия по возрасту' }),
      assignedOn: day(terms.begin),
      issuedBy: pair(SOCIAL_PROTECTION),
      issuedOn: day(terms.begin),
    },
  });
}

/** The term of the status is set when it is granted; the stand grants five years so that the card stays good in training. */
export function issueKandasCard(draft: Draft, person: StandPerson, citizenship: Pair, terms: Terms): StandDocument {
  const number = terms.number ?? nextNumber(draft);
  const end = terms.end ?? lastDayOfTerm(terms.begin, 5);
  return issueDocument(draft, person, {
    ...terms,
    type: 'kandas_card',
    number,
    end,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      sex: pair(SEX_NAMES[person.sex]),
      citizenship: pair(citizenship),
      statusOn: day(terms.begin),
      issuedBy: pair(SOCIAL_PROTECTION),
      issuedOn: day(terms.begin),
      validUntil: day(end),
    },
  });
}

export function issueSocialDocument(
  draft: Draft,
  person: StandPerson,
  category: Pair,
  terms: Terms & { group?: Pair },
): StandDocument {
  const number = terms.number ?? nextNumber(draft);
  return issueDocument(draft, person, {
    ...terms,
    type: 'social_document',
    number,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      category: pair(category),
      ...(terms.group ? { group: pair(terms.group) } : {}),
      issuedBy: pair(SOCIAL_PROTECTION),
      issuedOn: day(terms.begin),
      ...(terms.end ? { validUntil: day(terms.end) } : {}),
    },
  });
}

/** @param terms.begin the day of the sample; the result came the day after. A result has no term, it is merely old. */
export function issuePcrTest(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const number = terms.number ?? nextNumber(draft);
  return issueDocument(draft, person, {
    ...terms,
    type: 'pcr_test',
    number,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      laboratory: pair({ kk: 'Сынақ зертханасы', ru: 'Учебно-тестовая лаборатория' }),
      sampledOn: day(terms.begin),
      resultOn: day(addDays(terms.begin, 1)),
      result: pair({ kk: 'теріс', ru: 'отрицательный' }),
    },
  });
}

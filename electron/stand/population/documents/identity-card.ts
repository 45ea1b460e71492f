/** Identity cards: nine digits, ten years less a day. */
import type { Pair } from '../../../../shared/domain/localized.ts';
import { lastDayOfTerm } from '../calendar.ts';
import { digits } from '../demo-numbers.ts';
import type { Draft } from '../draft.ts';
import { day, holderFields, issueDocument, pair, text, type Terms } from '../issue-document.ts';
import type { StandDocument, StandPerson } from '../person.ts';
import { INTERIOR_MINISTRY } from '../places.ts';

export const SEX_NAMES: Record<'male' | 'female', Pair> = {
  male: { kk: 'ер', ru: 'мужской' },
  female: { kk: 'әйел', ru: 'женский' },
};

export function issueIdentityCard(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const number = terms.number ?? `00${digits(9000 + draft.numbers.next('identity-card'), 7)}`;
  const end = terms.end ?? lastDayOfTerm(terms.begin, 10);
  return issueDocument(draft, person, {
    ...terms,
    type: 'identity_card',
    number,
    end,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      sex: pair(SEX_NAMES[person.sex]),
      birthPlace: pair(person.birthPlace),
      nationality: pair(person.nationality),
      issuedBy: pair(INTERIOR_MINISTRY),
      issuedOn: day(terms.begin),
      validUntil: day(end),
    },
  });
}

/** A person whose card ended while the pilot of online renewal ran. */
import { issueIdentityCard } from '../documents/identity-card.ts';
import type { Draft } from '../draft.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { addCasePerson } from './case-person.ts';

export function addRenewalCase(draft: Draft): void {
  const person = addCasePerson(draft, {
    code: 'card-renewal',
    title: { kk: 'Жеке куәлікті ауыстыру: мерзімі 20.02.2026', ru: 'Обмен удостоверения: срок 20.02.2026', en: 'Renewal of the card: ended on 20.02.2026' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 29,
  });
  issueIdentityCard(draft, person, { begin: '2016-02-21' });
}

/** Cases of people who are hard to reach by telephone. */
import type { Draft } from '../draft.ts';
import { issueIdentityCard } from '../documents/identity-card.ts';
import { issuePensionerCard } from '../documents/social.ts';
import { addMember, openHousehold } from '../household.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { RUSSIAN_NAMES } from '../russian-names.ts';
import { addCasePerson } from './case-person.ts';

export function addReachCases(draft: Draft): void {
  const family = openHousehold(draft, KAZAKH_NAMES);
  const pensioner = addMember(draft, family, { sex: 'female', age: 74, phone: null });
  const daughter = addMember(draft, family, { sex: 'female', age: 48, mother: pensioner });
  pensioner.phone = daughter.phone;
  issueIdentityCard(draft, pensioner, { begin: '2021-10-04' });
  issuePensionerCard(draft, pensioner, { begin: '2011-11-01' });
  issueIdentityCard(draft, daughter, { begin: '2024-01-08' });
  pensioner.trainingCase = {
    code: 'pensioner-relative-phone',
    title: { kk: 'Туысының нөмірі тіркелген зейнеткер', ru: 'Пенсионер с номером родственника', en: "Pensioner under a relative's phone" },
  };

  const unreachable = addCasePerson(draft, {
    code: 'no-phone',
    title: { kk: 'Тіркелген телефоны жоқ', ru: 'Нет номера в БМГ', en: 'No registered phone' },
    book: RUSSIAN_NAMES,
    sex: 'male',
    age: 61,
    phone: null,
  });
  issueIdentityCard(draft, unreachable, { begin: '2022-05-23' });
}

/** Cases in which the document itself must not be accepted. */
import type { Draft } from '../draft.ts';
import { OWNER_DIED, REPLACED, UNFIT } from '../document-status.ts';
import { issueIdentityCard } from '../documents/identity-card.ts';
import { issueDrivingLicence } from '../documents/transport.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { RUSSIAN_NAMES } from '../russian-names.ts';
import { addCasePerson } from './case-person.ts';

export function addBadDocumentCases(draft: Draft): void {
  const expired = addCasePerson(draft, {
    code: 'card-expired',
    title: { kk: 'Куәліктің мерзімі өткен', ru: 'Срок удостоверения истёк', en: 'Identity card has expired' },
    book: RUSSIAN_NAMES,
    sex: 'male',
    age: 45,
  });
  issueIdentityCard(draft, expired, { begin: '2014-03-10' });

  const revoked = addCasePerson(draft, {
    code: 'card-revoked',
    title: { kk: 'Куәлік жарамсыз деп танылған', ru: 'Удостоверение признано непригодным', en: 'Identity card declared unfit' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 38,
  });
  issueIdentityCard(draft, revoked, { begin: '2021-07-05', status: UNFIT, invalidityDate: '2025-06-02' });

  const replaced = addCasePerson(draft, {
    code: 'card-replaced',
    title: {
      kk: 'Ескі куәліктің орнына жаңасы берілген',
      ru: 'Вместо старого удостоверения выдано новое',
      en: 'Old card replaced by a new one',
    },
    book: KAZAKH_NAMES,
    sex: 'female',
    age: 26,
  });
  issueIdentityCard(draft, replaced, { begin: '2018-01-22', status: REPLACED, invalidityDate: '2024-05-13' });
  issueIdentityCard(draft, replaced, { begin: '2024-05-13' });

  const dead = addCasePerson(draft, {
    code: 'owner-dead',
    title: { kk: 'Құжат иесі қайтыс болған', ru: 'Владелец документа умер', en: 'Owner of the document has died' },
    book: RUSSIAN_NAMES,
    sex: 'male',
    age: 66,
  });
  dead.deathDate = '2025-09-14';
  issueIdentityCard(draft, dead, { begin: '2020-02-03', status: OWNER_DIED, invalidityDate: '2025-09-19' });
  // Not every register hears of a death at once: this document still says that it is in force.
  issueDrivingLicence(draft, dead, { begin: '2019-10-28' });

  const early = addCasePerson(draft, {
    code: 'not-yet-valid',
    title: { kk: 'Құжат әлі күшіне енбеген', ru: 'Документ ещё не начал действовать', en: 'Document is not in force yet' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 31,
  });
  issueIdentityCard(draft, early, { begin: '2039-01-10' });
}

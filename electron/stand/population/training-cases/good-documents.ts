/** Cases in which everything is right: the plain one, and one for each rarer type of document. */
import type { Draft } from '../draft.ts';
import { issueDiploma, issueStudentCard } from '../documents/education.ts';
import { issueNameChangeCertificate } from '../documents/civil-status.ts';
import { issueIdentityCard } from '../documents/identity-card.ts';
import { DISABILITY_GROUPS, SOCIAL_CATEGORIES, issueKandasCard, issuePcrTest, issueSocialDocument } from '../documents/social.ts';
import { issueDrivingLicence, issueVehicleRegistration } from '../documents/transport.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { RUSSIAN_NAMES } from '../russian-names.ts';
import { addCasePerson } from './case-person.ts';

export function addGoodCases(draft: Draft): void {
  const plain = addCasePerson(draft, {
    code: 'plain-good',
    title: { kk: 'Бәрі дұрыс', ru: 'Всё в порядке', en: 'Everything is in order' },
    book: KAZAKH_NAMES,
    sex: 'female',
    age: 34,
  });
  issueIdentityCard(draft, plain, { begin: '2024-02-12' });
  issueDrivingLicence(draft, plain, { begin: '2023-05-18' });
  issueVehicleRegistration(draft, plain, { begin: '2025-03-04' });
  issueDiploma(draft, plain, { begin: '2015-06-30' });

  const student = addCasePerson(draft, {
    code: 'student',
    title: { kk: 'Студенттік билет', ru: 'Студенческий билет', en: 'Student card' },
    book: RUSSIAN_NAMES,
    sex: 'male',
    age: 19,
  });
  issueIdentityCard(draft, student, { begin: '2024-08-20' });
  issueStudentCard(draft, student, { begin: '2026-09-01' }, 1);

  const kandas = addCasePerson(draft, {
    code: 'kandas',
    title: { kk: 'Қандас', ru: 'Кандас', en: 'Kandas (returned ethnic Kazakh)' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 41,
  });
  issueKandasCard(draft, kandas, { kk: 'Моңғолия', ru: 'Монголия' }, { begin: '2026-03-16' });

  const renamed = addCasePerson(draft, {
    code: 'name-changed',
    title: { kk: 'Тегін ауыстырған', ru: 'Сменила фамилию', en: 'Changed her surname' },
    book: KAZAKH_NAMES,
    sex: 'female',
    age: 29,
    surname: KAZAKH_NAMES.surnames[6]!,
  });
  issueNameChangeCertificate(draft, renamed, KAZAKH_NAMES.surnames[8]!, { begin: '2025-10-07' });
  issueIdentityCard(draft, renamed, { begin: '2025-11-03' });

  const supported = addCasePerson(draft, {
    code: 'social-support',
    title: { kk: 'Әлеуметтік қолдау алушы', ru: 'Получатель социальной поддержки', en: 'Receives social support' },
    book: RUSSIAN_NAMES,
    sex: 'female',
    age: 47,
  });
  issueIdentityCard(draft, supported, { begin: '2022-12-01' });
  issueSocialDocument(draft, supported, SOCIAL_CATEGORIES.disability, {
    begin: '2024-01-15',
    end: '2034-01-14',
    group: DISABILITY_GROUPS[1],
  });

  const tested = addCasePerson(draft, {
    code: 'historical-type',
    title: { kk: 'Ескі ПТР-тест нәтижесі', ru: 'Старый результат ПЦР-теста', en: 'Old PCR test result' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 52,
  });
  issueIdentityCard(draft, tested, { begin: '2023-04-21' });
  issuePcrTest(draft, tested, { begin: '2021-08-09' });
}

/** Cases in which the registers' data are odd, though the document is genuine. */
import type { FieldValue } from '../../../../shared/domain/checking/check-outcome.ts';
import type { Draft } from '../draft.ts';
import { issueIdentityCard } from '../documents/identity-card.ts';
import { issueDrivingLicence } from '../documents/transport.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { addCasePerson } from './case-person.ts';

/** Kazakh letters that code page 1251 does not have; it has і, as Ukrainian uses it. */
const LOST_LETTERS = /[әғқңөұүһӘҒҚҢӨҰҮҺ]/g;

const damage = (text: string) => text.replaceAll(LOST_LETTERS, '?');

export function addDataCases(draft: Draft): void {
  const damaged = addCasePerson(draft, {
    code: 'letters-damaged',
    title: { kk: 'Қазақ әріптері бүлінген', ru: 'Казахские буквы повреждены', en: 'Kazakh letters damaged' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 57,
    surname: KAZAKH_NAMES.surnames[5]!,
    given: KAZAKH_NAMES.men[1]!,
  });
  const card = issueIdentityCard(draft, damaged, { begin: '2022-08-18' });
  card.fields = Object.fromEntries(Object.entries(card.fields).map(([key, value]) => [key, throughWrongCodePage(value)]));

  const zeros = addCasePerson(draft, {
    code: 'leading-zeros',
    title: { kk: 'Нөлден басталатын нөмірлер', ru: 'Номера с ведущими нулями', en: 'Numbers that begin with zeros' },
    book: KAZAKH_NAMES,
    sex: 'female',
    birthDate: '2001-02-03',
  });
  issueIdentityCard(draft, zeros, { begin: '2023-01-09', number: '000000417' });

  const duplicated = addCasePerson(draft, {
    code: 'document-duplicated',
    title: { kk: 'Тізілімде құжат екі рет жазылған', ru: 'Документ записан в реестре дважды', en: 'Document listed twice in the register' },
    book: KAZAKH_NAMES,
    sex: 'male',
    age: 33,
  });
  issueIdentityCard(draft, duplicated, { begin: '2025-01-27' }).registryRows = [{}, {}];

  const contradicting = addCasePerson(draft, {
    code: 'status-contradicts-dates',
    title: { kk: 'Күйі мен мерзімі қайшы', ru: 'Статус противоречит датам', en: 'Status contradicts the dates' },
    book: KAZAKH_NAMES,
    sex: 'female',
    age: 50,
  });
  // The register calls the document valid (00) and yet lets its term end years ago; the owner body signed a term still running.
  issueIdentityCard(draft, contradicting, { begin: '2022-11-14' }).registryRows = [{ endDate: '2024-11-13' }];

  const foreigner = addCasePerson(draft, {
    code: 'foreigner-number',
    title: { kk: 'Шетелдіктің ЖСН-і', ru: 'ИИН иностранца', en: "Foreigner's number" },
    book: FOREIGN_NAMES,
    sex: 'male',
    age: 36,
    foreigner: true,
  });
  issueDrivingLicence(draft, foreigner, { begin: '2024-06-19' });

  const long = addCasePerson(draft, {
    code: 'long-name',
    title: { kk: 'Өте ұзын аты-жөні', ru: 'Очень длинное имя', en: 'Very long name' },
    book: KAZAKH_NAMES,
    sex: 'female',
    age: 44,
    surname: {
      male: 'Тәңірбергенұлы-Нұрмағамбетов',
      female: 'Тәңірбергенқызы-Нұрмағамбетова',
      latinMale: 'Tanirbergenuly-Nurmagambetov',
      latinFemale: 'Tanirbergenkyzy-Nurmagambetova',
    },
    given: { name: 'Ұлжалғас-Мөлдіргүл', latin: 'Ulzhalgas-Moldirgul' },
  });
  issueIdentityCard(draft, long, { begin: '2021-12-20' });
}

const FOREIGN_NAMES = {
  ...KAZAKH_NAMES,
  surnames: [{ male: 'Тестман', female: 'Тестман', latinMale: 'Testmann', latinFemale: 'Testmann' }],
  men: [{ name: 'Йонас', latin: 'Jonas' }],
  nationality: { kk: 'неміс', ru: 'немец' },
};

function throughWrongCodePage(value: FieldValue): FieldValue {
  if (value.kind === 'text') return { kind: 'text', text: damage(value.text) };
  if (value.kind === 'pair') return { kind: 'pair', pair: { kk: damage(value.pair.kk), ru: value.pair.ru } };
  return value;
}

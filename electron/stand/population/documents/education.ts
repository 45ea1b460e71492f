/** Diplomas and student cards; the universities are invented. */
import { digits } from '../demo-numbers.ts';
import { addYears } from '../calendar.ts';
import type { Draft } from '../draft.ts';
import { day, holderFields, issueDocument, pair, text, type Terms } from '../issue-document.ts';
import type { StandDocument, StandPerson } from '../person.ts';

const UNIVERSITIES = [
  { kk: 'Алатау сынақ университеті', ru: 'Учебно-тестовый университет Алатау' },
  { kk: 'Сарыарқа сынақ университеті', ru: 'Учебно-тестовый университет Сарыарка' },
];

const SPECIALITIES = [
  {
    speciality: { kk: 'Ақпараттық жүйелер', ru: 'Информационные системы' },
    faculty: { kk: 'Ақпараттық технологиялар факультеті', ru: 'Факультет информационных технологий' },
    qualification: { kk: 'Ақпараттық жүйелер инженері', ru: 'Инженер информационных систем' },
  },
  {
    speciality: { kk: 'Құқықтану', ru: 'Юриспруденция' },
    faculty: { kk: 'Заң факультеті', ru: 'Юридический факультет' },
    qualification: { kk: 'Заңгер', ru: 'Юрист' },
  },
  {
    speciality: { kk: 'Бастауыш оқыту педагогикасы', ru: 'Педагогика начального обучения' },
    faculty: { kk: 'Педагогика факультеті', ru: 'Педагогический факультет' },
    qualification: { kk: 'Бастауыш сынып мұғалімі', ru: 'Учитель начальных классов' },
  },
];

export function issueDiploma(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const serial = digits(draft.numbers.next('diploma'), 7);
  const number = terms.number ?? `ЖБ-Б № ${serial}`;
  const studied = draft.random.pick(SPECIALITIES);
  return issueDocument(draft, person, {
    ...terms,
    type: 'diploma',
    number,
    fields: {
      number: text(number),
      ...holderFields(person),
      university: pair(draft.random.pick(UNIVERSITIES)),
      speciality: pair(studied.speciality),
      qualification: pair(studied.qualification),
      degree: pair({ kk: 'бакалавр', ru: 'бакалавр' }),
      registrationNumber: text(serial),
      issuedOn: day(terms.begin),
    },
  });
}

/** @param terms.begin first day of the studies, which last four years. */
export function issueStudentCard(draft: Draft, person: StandPerson, terms: Terms, course: number): StandDocument {
  const number = terms.number ?? `TEST-${digits(draft.numbers.next('student'), 5)}`;
  const end = terms.end ?? addYears(terms.begin, 4);
  return issueDocument(draft, person, {
    ...terms,
    type: 'student_card',
    number,
    end,
    fields: {
      number: text(number),
      ...holderFields(person),
      university: pair(draft.random.pick(UNIVERSITIES)),
      faculty: pair(draft.random.pick(SPECIALITIES).faculty),
      course: text(String(course)),
      form: pair({ kk: 'күндізгі', ru: 'очная' }),
      issuedOn: day(terms.begin),
      validUntil: day(end),
    },
  });
}

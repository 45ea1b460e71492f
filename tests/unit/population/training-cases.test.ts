/** Each hard case is there under its stable code, in every population, and is what its code says. */
import { describe, expect, it } from 'vitest';
import { ageOn, POPULATION_DAY } from '../../../electron/stand/population/calendar.ts';
import {
  documentContent,
  personRecord,
  type Population,
  type StandDocument,
  type StandPerson,
} from '../../../electron/stand/population/index.ts';
import { casePerson, populations } from './seeds.ts';

const card = (person: StandPerson): StandDocument => person.documents.find(({ type }) => type === 'identity_card')!;
const has = (person: StandPerson, type: string) => person.documents.some((document) => document.type === type);
const pastTerm = ({ endDate }: StandDocument) => endDate !== null && endDate < POPULATION_DAY;

const CASES: Record<string, (person: StandPerson, population: Population) => boolean> = {
  'plain-good': (person) => card(person).status.code === '00' && !pastTerm(card(person)) && person.documents.length >= 4,
  student: (person) => has(person, 'student_card'),
  kandas: (person) => has(person, 'kandas_card') && !has(person, 'identity_card'),
  'name-changed': (person) => {
    const before = person.documents.find(({ type }) => type === 'name_change_certificate')?.fields['surnameBefore'];
    return before?.kind === 'text' && before.text !== person.surname;
  },
  'social-support': (person) => has(person, 'social_document'),
  'historical-type': (person) => has(person, 'pcr_test'),
  'card-expired': (person) => card(person).status.code === '00' && pastTerm(card(person)),
  'card-revoked': (person) => card(person).status.code === '07' && !pastTerm(card(person)) && card(person).invalidityDate !== null,
  'card-replaced': ({ documents: [old, present] }) =>
    old?.status.code === '17' && present?.status.code === '00' && old.invalidityDate === present.beginDate,
  'owner-dead': (person) =>
    person.deathDate !== null &&
    card(person).status.code === '18' &&
    person.documents.some(({ type, status }) => type === 'driving_licence' && status.code === '00'),
  'not-yet-valid': (person) => card(person).beginDate > POPULATION_DAY,
  representative: ({ iin }, { people }) => people.filter(({ motherIin }) => motherIin === iin).length === 2,
  'teenager-own-card': (person) => {
    const age = ageOn(person.birthDate, POPULATION_DAY);
    return age >= 16 && age < 18 && card(person).representatives.length === 2;
  },
  'minor-two-representatives': ({ birthDate, documents }) =>
    ageOn(birthDate, POPULATION_DAY) < 14 && documents.every(({ representatives }) => representatives.length === 2),
  'former-spouse-listed': (person) =>
    has(person, 'divorce_certificate') &&
    person.spouseIin !== null &&
    person.documents.some(({ type, status }) => type === 'marriage_certificate' && status.code === '00'),
  'letters-damaged': (person) => {
    const { docOwner } = documentContent({ person, document: card(person), presentedBy: null, photo: null }).common;
    const { surname, name } = personRecord(person);
    return [docOwner.lastName, docOwner.firstName].every((part) => part.includes('?')) && !`${surname}${name}`.includes('?');
  },
  'leading-zeros': (person) => person.iin.startsWith('0') && card(person).number === '000000417',
  'document-duplicated': (person) => {
    const rows = personRecord(person).documents;
    return rows.length === 2 && JSON.stringify(rows[0]) === JSON.stringify(rows[1]);
  },
  'status-contradicts-dates': (person) => {
    const [row] = personRecord(person).documents;
    return row?.status.code === '00' && row.endDate !== null && row.endDate < POPULATION_DAY && !pastTerm(card(person));
  },
  'foreigner-number': ({ iin, patronymic }) => iin[6] === '0' && patronymic === null,
  'long-name': ({ surname, name }) => `${surname} ${name}`.length > 45,
  'pensioner-relative-phone': (person, { byPhone }) => has(person, 'pensioner_card') && byPhone(person.phone ?? '').length === 2,
  'no-phone': ({ phone }) => phone === null,
  'card-renewal': (person) => card(person).endDate === '2026-02-20' && card(person).status.code === '00',
};

it('the plain good case comes first, and no case is forgotten here', () => {
  for (const { population } of populations) {
    const codes = population.people.flatMap(({ trainingCase }) => (trainingCase === null ? [] : [trainingCase.code]));
    expect(population.people[0]?.trainingCase?.code).toBe('plain-good');
    expect(codes.toSorted()).toEqual(Object.keys(CASES).toSorted());
  }
});

describe.each(Object.entries(CASES))('%s', (code, isSo) => {
  it.each(populations)('is so for seed $seed', ({ population }) => {
    const person = population.people.find(({ trainingCase }) => trainingCase?.code === code)!;
    expect(isSo(person, population)).toBe(true);
  });

  it('has a title in each language', () => {
    const { kk, ru, en } = casePerson(code).trainingCase!.title;
    expect(new Set([kk, ru, en]).size).toBe(3);
    expect([kk, ru, en].every((title) => title.length > 3 && title.length <= 60)).toBe(true);
  });
});

describe('record of ГБД ФЛ', () => {
  it('tells of a death, and lists identity cards only, former ones included', () => {
    const dead = casePerson('owner-dead');
    expect(personRecord(dead)).toMatchObject({ deathDate: dead.deathDate, documents: [{ status: { code: '18' } }] });
    expect(personRecord(dead).lifeStatus.code).not.toBe('0');

    const replaced = casePerson('card-replaced');
    expect(personRecord(replaced)).toMatchObject({ deathDate: null, lifeStatus: { code: '0' } });
    expect(personRecord(replaced).documents.map(({ status }) => status.code)).toEqual(['17', '00']);
  });
});

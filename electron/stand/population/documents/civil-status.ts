/** Certificates of the registry offices: marriage, birth, change of name, divorce. */
import type { Pair } from '../../../../shared/domain/localized.ts';
import { digits } from '../demo-numbers.ts';
import type { Draft } from '../draft.ts';
import { FATHER, MOTHER, day, holderFields, issueDocument, pair, people, text, type Terms } from '../issue-document.ts';
import type { FieldValue } from '../../../../shared/domain/checking/check-outcome.ts';
import type { StandDocument, StandPerson } from '../person.ts';
import { CITIES } from '../places.ts';
import type { Surname } from '../name-book.ts';

const HUSBAND: Pair = { kk: 'күйеуі', ru: 'муж' };
const WIFE: Pair = { kk: 'әйелі', ru: 'жена' };

/** Number of the act record; region 00 and office 000 do not exist. */
function nextActNumber(draft: Draft, actDate: string): string {
  return `00-000-${actDate.slice(2, 4)}-${digits(draft.numbers.next('civil-act'), 7)}`;
}

function actFields(draft: Draft, number: string, actDate: string): Record<string, FieldValue> {
  return {
    number: text(number),
    actNumber: text(number.slice(-7)),
    actDate: day(actDate),
    registeredBy: pair(draft.random.pick(CITIES).registryOffice),
    issuedOn: day(actDate),
  };
}

/** One record, found in the cabinets of both spouses. */
export function issueMarriageCertificates(draft: Draft, husband: StandPerson, wife: StandPerson, terms: Terms): StandDocument[] {
  const number = terms.number ?? nextActNumber(draft, terms.begin);
  const fields = {
    ...actFields(draft, number, terms.begin),
    spouses: people({ person: husband, role: HUSBAND }, { person: wife, role: WIFE }),
    husbandSurnameAfter: text(husband.surname),
    wifeSurnameAfter: text(wife.surname),
  };
  return [husband, wife].map((owner) => issueDocument(draft, owner, { ...terms, type: 'marriage_certificate', number, fields }));
}

export function issueDivorceCertificates(draft: Draft, husband: StandPerson, wife: StandPerson, terms: Terms): StandDocument[] {
  const number = terms.number ?? nextActNumber(draft, terms.begin);
  const fields = {
    ...actFields(draft, number, terms.begin),
    formerSpouses: people({ person: husband, role: HUSBAND }, { person: wife, role: WIFE }),
    ground: pair({ kk: 'Соттың заңды күшіне енген шешімі', ru: 'Решение суда, вступившее в законную силу' }),
    terminatedOn: day(terms.begin),
  };
  return [husband, wife].map((owner) => issueDocument(draft, owner, { ...terms, type: 'divorce_certificate', number, fields }));
}

/** The child owns it; while a minor, the parents find it as representatives. */
export function issueBirthCertificate(
  draft: Draft,
  child: StandPerson,
  parents: { mother: StandPerson; father: StandPerson },
  terms: Terms,
): StandDocument {
  const number = terms.number ?? nextActNumber(draft, terms.begin);
  return issueDocument(draft, child, {
    ...terms,
    type: 'birth_certificate',
    number,
    fields: {
      ...holderFields(child),
      ...actFields(draft, number, terms.begin),
      birthDate: day(child.birthDate),
      birthPlace: pair(child.birthPlace),
      parents: people({ person: parents.mother, role: MOTHER }, { person: parents.father, role: FATHER }),
      fatherNationality: pair(parents.father.nationality),
      motherNationality: pair(parents.mother.nationality),
    },
  });
}

export function issueNameChangeCertificate(draft: Draft, person: StandPerson, former: Surname, terms: Terms): StandDocument {
  const number = terms.number ?? nextActNumber(draft, terms.begin);
  return issueDocument(draft, person, {
    ...terms,
    type: 'name_change_certificate',
    number,
    fields: {
      ...holderFields(person),
      ...actFields(draft, number, terms.begin),
      surnameBefore: text(person.sex === 'male' ? former.male : former.female),
      nameBefore: text(person.name),
      ...(person.patronymic === null ? {} : { patronymicBefore: text(person.patronymic) }),
      birthDate: day(person.birthDate),
    },
  });
}

/** Writes one document into its owner's list, with the representatives who find it in their own cabinets. */
import type { DictionaryValue } from '../../../shared/domain/checking/document-content.ts';
import type { FieldValue } from '../../../shared/domain/checking/check-outcome.ts';
import type { Pair } from '../../../shared/domain/localized.ts';
import { POPULATION_DAY, ageOn } from './calendar.ts';
import { digits } from './demo-numbers.ts';
import { IN_FORCE } from './document-status.ts';
import { fullName, personOf, type Draft } from './draft.ts';
import type { StandDocument, StandPerson } from './person.ts';

export const MOTHER: Pair = { kk: 'анасы', ru: 'мать' };
export const FATHER: Pair = { kk: 'әкесі', ru: 'отец' };

/** What the state of a document consists of; the builders have their own ordinary values. */
export interface Terms {
  begin: string;
  end?: string | null;
  number?: string;
  status?: DictionaryValue;
  invalidityDate?: string;
}

export interface Issue extends Terms {
  type: string;
  number: string;
  fields: Record<string, FieldValue>;
}

export function issueDocument(draft: Draft, owner: StandPerson, issue: Issue): StandDocument {
  const document: StandDocument = {
    id: `document-${digits(draft.numbers.next('document'), 4)}`,
    type: issue.type,
    ownerIin: owner.iin,
    number: issue.number,
    beginDate: issue.begin,
    endDate: issue.end ?? null,
    status: issue.status ?? IN_FORCE,
    invalidityDate: issue.invalidityDate ?? null,
    fields: issue.fields,
    representatives: legalRepresentatives(draft, owner),
  };
  owner.documents.push(document);
  return document;
}

/** 352/НҚ п.14: documents of minors are available by default to their legal representatives; here, the living parents. */
function legalRepresentatives(draft: Draft, owner: StandPerson): StandDocument['representatives'] {
  if (ageOn(owner.birthDate, POPULATION_DAY) >= 18) return [];
  const parents = [
    { person: personOf(draft, owner.motherIin), relation: MOTHER },
    { person: personOf(draft, owner.fatherIin), relation: FATHER },
  ];
  return parents.flatMap(({ person, relation }) => (person && person.deathDate === null ? [{ iin: person.iin, relation }] : []));
}

export const text = (value: string): FieldValue => ({ kind: 'text', text: value });
export const day = (value: string): FieldValue => ({ kind: 'date', day: value });
export const pair = (value: Pair): FieldValue => ({ kind: 'pair', pair: value });
export const people = (...list: { person: StandPerson; role: Pair | null }[]): FieldValue => ({
  kind: 'people',
  people: list.map(({ person, role }) => ({ name: fullName(person), iin: person.iin, role })),
});

/** Names and ИИН as of the issue; people without a patronymic have no such field. */
export function holderFields(person: StandPerson): Record<string, FieldValue> {
  return {
    surname: text(person.surname),
    name: text(person.name),
    ...(person.patronymic === null ? {} : { patronymic: text(person.patronymic) }),
    iin: text(person.iin),
  };
}

/** The documents of the stand's people: every type, true to its template, with terms and representatives that can be. */
import { describe, expect, it } from 'vitest';
import { addYears, ageOn, lastDayOfTerm, POPULATION_DAY } from '../../../electron/stand/population/calendar.ts';
import { documentContent, hasPortrait, STAND_DOCUMENT_TYPES, type StandDocument } from '../../../electron/stand/population/index.ts';
import { DocumentContent } from '../../../shared/domain/checking/document-content.ts';
import { DocumentTemplate, type FieldTemplate } from '../../../shared/domain/checking/document-template.ts';
import { templateFiles } from '../resources/catalogue.ts';
import { casePerson, populations } from './seeds.ts';

const templates = new Map(
  templateFiles.map(({ content }) => {
    const template = DocumentTemplate.parse(content);
    return [template.type, template] as const;
  }),
);

/** Which form of a value each kind of field takes. */
const VALUE_OF_KIND: Record<FieldTemplate['kind'], string> = {
  text: 'text',
  name: 'text',
  iin: 'text',
  number: 'text',
  date: 'date',
  pair: 'pair',
  people: 'people',
};

it('the stand issues exactly the types that have a template', () => {
  expect(STAND_DOCUMENT_TYPES.toSorted()).toEqual([...templates.keys()].toSorted());
});

describe.each(populations)('documents of seed $seed', ({ population: { people, byIin } }) => {
  const held = people.flatMap((person) => person.documents.map((document) => ({ person, document })));
  const documents = held.map(({ document }) => document);

  it('are of all thirteen types, several of each', () => {
    const counts = Map.groupBy(documents, ({ type }) => type);
    for (const type of templates.keys()) expect([type, (counts.get(type)?.length ?? 0) >= 2]).toEqual([type, true]);
  });

  it('have ids and numbers of their own; only spouses share a record', () => {
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    const shared = Map.groupBy(documents, ({ type, number }) => `${type} ${number}`);
    for (const copies of shared.values()) {
      expect(copies.length).toBe(/^(marriage|divorce)_/.test(copies[0]!.type) ? 2 : 1);
      expect(new Set(copies.map(({ ownerIin }) => ownerIin)).size).toBe(copies.length);
    }
  });

  it('satisfy their templates: required fields there, of the right kind, and nothing unknown', () => {
    for (const { type, fields } of documents) {
      const known = templates.get(type)!.fields;
      const missing = known.filter(({ key, required }) => required && fields[key] === undefined);
      const unknown = Object.keys(fields).filter((key) => known.every((field) => field.key !== key));
      const wrongKind = known.filter(({ key, kind }) => fields[key] !== undefined && fields[key].kind !== VALUE_OF_KIND[kind]);
      expect({ type, missing, unknown, wrongKind }).toEqual({ type, missing: [], unknown: [], wrongKind: [] });
    }
  });

  it('tell the same number, ИИН and dates in the fields as beside them', () => {
    for (const { person, document } of held) {
      const expected = {
        number: { kind: 'text', text: document.number },
        iin: { kind: 'text', text: person.iin },
        birthDate: { kind: 'date', day: person.birthDate },
        validUntil: { kind: 'date', day: document.endDate },
      };
      const told = Object.fromEntries(Object.keys(expected).map((key) => [key, document.fields[key]]));
      expect(expected).toMatchObject(Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)));
      expect(document.fields['number']).toBeDefined();
      expect(document.ownerIin).toBe(person.iin);
    }
  });

  it('begin when their owners are old enough', () => {
    // Women retired at 58 until 2018.
    const youngest: Record<string, number> = {
      identity_card: 16,
      driving_licence: 18,
      marriage_certificate: 18,
      diploma: 20,
      pensioner_card: 58,
    };
    for (const { person, document } of held) {
      expect(ageOn(person.birthDate, document.beginDate)).toBeGreaterThanOrEqual(youngest[document.type] ?? 0);
    }
  });

  it('give identity cards ten years less a day and nine digits', () => {
    for (const { number, beginDate, endDate } of documents.filter(({ type }) => type === 'identity_card')) {
      expect(number).toMatch(/^\d{9}$/);
      expect(endDate).toBe(lastDayOfTerm(beginDate, 10));
    }
  });

  it('are in force, and for three years to come (a student card for one), for whoever is no training case', () => {
    for (const { person, document } of held.filter((one) => one.person.trainingCase === null)) {
      expect(document.status.code).toBe('00');
      expect(document.beginDate <= POPULATION_DAY).toBe(true);
      const atLeastUntil = addYears(POPULATION_DAY, document.type === 'student_card' ? 1 : 3);
      expect(document.endDate === null || document.endDate > atLeastUntil).toBe(true);
      expect([document.invalidityDate, document.registryRows, person.deathDate]).toEqual([null, undefined, null]);
    }
  });

  it('are presented for minors by their living parents, for adults by nobody else', () => {
    for (const { person, document } of held) {
      const parents = ageOn(person.birthDate, POPULATION_DAY) < 18 ? [person.motherIin, person.fatherIin].filter((iin) => iin !== null) : [];
      expect(document.representatives.map(({ iin }) => iin)).toEqual(parents);
      for (const { iin, relation } of document.representatives) {
        expect(ageOn(byIin(iin)!.birthDate, POPULATION_DAY)).toBeGreaterThanOrEqual(18);
        expect(relation.ru).toBe(byIin(iin)!.sex === 'female' ? 'мать' : 'отец');
      }
    }
  });

  it('can all be put into content to sign, by the owner body of the template', () => {
    for (const { person, document } of held) {
      const content = documentContent({ person, document, presentedBy: null, photo: Uint8Array.of(1, 2, 3) });
      expect(DocumentContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
      expect(content.common.docIssuer.bin).toBe(templates.get(document.type)!.ownerBin);
      expect(content.common.docOwner.iin).toBe(person.iin);
      expect(content.face_photo).toBe(hasPortrait(document.type) ? 'AQID' : null);
    }
  });
});

it('content names the representative who presents it', () => {
  const child = casePerson('minor-two-representatives');
  const document: StandDocument = child.documents[0]!;
  const { relation } = document.representatives[0]!;
  expect(documentContent({ person: child, document, presentedBy: { relation }, photo: null }).presentedBy).toEqual({ relation });
});

it('a term ends on the day before its anniversary, leap years included', () => {
  expect(lastDayOfTerm('2024-02-29', 10)).toBe('2034-02-28');
  expect(lastDayOfTerm('2016-03-01', 10)).toBe('2026-02-28');
  expect(lastDayOfTerm('2014-03-01', 10)).toBe('2024-02-29');
  expect(lastDayOfTerm('2020-01-01', 10)).toBe('2029-12-31');
});

/** The thirteen document types as data: complete, consistent and rightly spelled. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import { iinCheckDigit } from '../../../shared/domain/person/iin.ts';
import { Purpose } from '../../../shared/domain/checking/purpose.ts';
import { hasKazakhLetters, mixedWords, strangeLetters } from '../spelling.ts';
import { readJson, templateFiles } from './catalogue.ts';

const purposes = z.array(Purpose).parse(readJson('policy/purposes.json'));
const purposeIds = new Set(purposes.map((purpose) => purpose.id));
const templates = templateFiles.map(({ content }) => DocumentTemplate.parse(content));

it('there are the thirteen types of the user instruction, one file each', () => {
  expect(templates.map((template) => template.type).toSorted()).toEqual([
    'birth_certificate',
    'diploma',
    'divorce_certificate',
    'driving_licence',
    'identity_card',
    'kandas_card',
    'marriage_certificate',
    'name_change_certificate',
    'pcr_test',
    'pensioner_card',
    'social_document',
    'student_card',
    'vehicle_registration',
  ]);
});

describe.each(templateFiles)('$name', ({ name, content }) => {
  const template = DocumentTemplate.parse(content);
  const labels = [template.title, template.owner, ...template.fields.map((field) => field.label)];

  it('is named by its type', () => expect(name).toBe(`${template.type}.json`));

  it('has each field once', () => {
    const keys = template.fields.map((field) => field.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows fields only for purposes that exist, and something for public services', () => {
    const shownFor = template.fields.flatMap((field) => (field.shownFor === 'all' ? [] : field.shownFor));
    expect(shownFor.filter((purpose) => !purposeIds.has(purpose))).toEqual([]);
    expect(template.fields.some(({ shownFor: list }) => list === 'all' || list.includes('state-service'))).toBe(true);
  });

  it('never shows nationality at once', () => {
    for (const field of template.fields.filter(({ key }) => /nationality/i.test(key))) expect(field.shownFor).toEqual([]);
  });

  it('belongs to a body whose БИН has a right check digit and a month that does not exist', () => {
    expect(template.ownerBin[11]).toBe(iinCheckDigit(template.ownerBin.slice(0, 11)));
    expect(template.ownerBin.slice(2, 4)).toBe('00');
  });

  it('is labelled in three languages, each in its own letters', () => {
    for (const { kk, ru, en } of labels) {
      for (const text of [kk, ru, en]) {
        expect(text.trim()).toBe(text);
        expect(text).not.toBe('');
        expect(mixedWords(text)).toEqual([]);
        expect(strangeLetters(text)).toEqual([]);
      }
      expect(hasKazakhLetters(ru)).toBe(false);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
    expect(labels.filter(({ kk }) => hasKazakhLetters(kk)).length).toBeGreaterThan(labels.length / 2);
  });
});

it('one БИН is one body', () => {
  const names = new Map<string, Set<string>>();
  for (const { ownerBin, owner } of templates) names.set(ownerBin, (names.get(ownerBin) ?? new Set()).add(owner.ru));
  expect([...names.values()].every((owners) => owners.size === 1)).toBe(true);
});

it('payments see identity documents only', () => {
  const seen = templates.filter(({ fields }) => fields.some(({ shownFor }) => shownFor === 'all' || shownFor.includes('payment')));
  expect(seen.every((template) => template.identity)).toBe(true);
  expect(seen).not.toEqual([]);
});

/** Who lives on the stand: enough people, the same for a seed, in families that can be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, POPULATION_DAY } from '../../../electron/stand/population/calendar.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { birthDateOfIin, isIin } from '../../../shared/domain/person/iin.ts';
import { populations } from './seeds.ts';

it('is the same for the same seed and another for another', () => {
  const plain = (seed: number) => createPopulation(seed).people;
  expect(plain(5)).toEqual(plain(5));
  expect(plain(5)).not.toEqual(plain(6));
});

it('can be made of any seed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
      const { people } = createPopulation(seed);
      expect(people.length).toBeGreaterThanOrEqual(300);
      expect(people.flatMap(({ documents }) => documents).every(({ endDate, beginDate }) => endDate === null || endDate > beginDate)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

describe.each(populations)('population of seed $seed', ({ population }) => {
  const { people, byIin, byPhone } = population;
  const age = (birthDate: string) => ageOn(birthDate, POPULATION_DAY);

  it('has at least 300 people in at least 80 families, some of three generations, some alone', () => {
    expect(people.length).toBeGreaterThanOrEqual(300);
    const families = Map.groupBy(people, (person) => person.familyId);
    expect(families.size).toBeGreaterThanOrEqual(80);
    const sizes = [...families.values()].map((members) => members.length);
    expect(Math.min(...sizes)).toBe(1);
    expect(people.some((child) => byIin(byIin(child.motherIin ?? '')?.motherIin ?? byIin(child.fatherIin ?? '')?.motherIin ?? ''))).toBe(true);
  });

  it('gives everyone an own ИИН that agrees with birth date and sex and bears the mark of a demonstration', () => {
    expect(new Set(people.map(({ iin }) => iin)).size).toBe(people.length);
    expect(people.filter(({ iin }) => !isIin(iin) || iin.slice(7, 9) !== '99')).toEqual([]);
    const [foreigners, others] = [true, false].map((foreign) => people.filter(({ iin }) => (iin[6] === '0') === foreign));
    expect(foreigners!.map(({ trainingCase }) => trainingCase?.code)).toEqual(['foreigner-number']);
    for (const { iin, birthDate, sex } of others!) {
      expect(birthDateOfIin(iin)).toBe(birthDate);
      expect(Number(iin[6]) % 2 === 1).toBe(sex === 'male');
    }
  });

  it('finds people by ИИН and by phone', () => {
    for (const person of people) expect(byIin(person.iin)).toBe(person);
    for (const person of people.filter(({ phone }) => phone !== null)) expect(byPhone(person.phone!)).toContain(person);
    expect(byIin('000000000000')).toBeUndefined();
    expect(byPhone('+77009999999')).toEqual([]);
  });

  it('uses phones of one invented range, shared with relatives only, and some have none', () => {
    const phones = people.flatMap(({ phone }) => (phone === null ? [] : [phone]));
    expect(phones.every((phone) => /^\+7700000\d{4}$/.test(phone))).toBe(true);
    for (const sharing of phones.map(byPhone)) expect(new Set(sharing.map(({ familyId }) => familyId)).size).toBe(1);
    expect(people.some(({ phone, birthDate }) => phone === null && age(birthDate) >= 18)).toBe(true);
    expect(people.some(({ phone, birthDate }) => phone !== null && age(birthDate) < 14 && byPhone(phone).length > 1)).toBe(true);
  });

  it('has parents who are old enough and in the same family', () => {
    const withParents = people.filter(({ motherIin, fatherIin }) => motherIin !== null || fatherIin !== null);
    expect(withParents.length).toBeGreaterThan(50);
    for (const child of withParents) {
      for (const parentIin of [child.motherIin, child.fatherIin]) {
        if (parentIin === null) continue;
        const parent = byIin(parentIin)!;
        expect(parent.familyId).toBe(child.familyId);
        expect(parent.sex).toBe(parentIin === child.motherIin ? 'female' : 'male');
        expect(age(parent.birthDate) - age(child.birthDate)).toBeGreaterThanOrEqual(18);
      }
    }
  });

  it('keeps brothers and sisters apart by at least nine months', () => {
    for (const siblings of Map.groupBy(people.filter(({ motherIin }) => motherIin !== null), ({ motherIin }) => motherIin).values()) {
      const births = siblings.map(({ birthDate }) => Date.parse(birthDate)).toSorted((a, b) => a - b);
      for (const [index, birth] of births.slice(1).entries()) expect(birth - births[index]!).toBeGreaterThan(270 * 86_400_000);
    }
  });

  it('marries adults of one family, each the other’s', () => {
    for (const person of people.filter(({ spouseIin }) => spouseIin !== null)) {
      const spouse = byIin(person.spouseIin!)!;
      expect(spouse.spouseIin).toBe(person.iin);
      expect(spouse.familyId).toBe(person.familyId);
      expect(spouse.sex).not.toBe(person.sex);
      expect(age(person.birthDate)).toBeGreaterThanOrEqual(18);
    }
  });

  it('names children after their fathers', () => {
    for (const child of people.filter(({ fatherIin }) => fatherIin !== null)) {
      expect(child.patronymic).toContain(byIin(child.fatherIin!)!.name.slice(0, 3));
      expect(child.patronymic).toMatch(child.sex === 'male' ? /(ұлы|ич)$/ : /(қызы|на)$/);
    }
  });

  it('uses every Kazakh letter in names, and Latin letters only in the Latin pair', () => {
    const names = people.map(({ surname, name, patronymic }) => `${surname} ${name} ${patronymic ?? ''}`).join(' ').toLowerCase();
    for (const letter of 'әғқңөұүһі') expect(names).toContain(letter);
    expect(names).toMatch(/^[а-яёәғқңөұүһі\s-]+$/);
    for (const { latin } of people) expect(`${latin.surname}${latin.name}`).toMatch(/^[A-Za-z-]+$/);
  });
});

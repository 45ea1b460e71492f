/** The population while it is being made: its random source, its numbers and the people so far. */
import type { Pair } from '../../../shared/domain/localized.ts';
import { CITIES, BIRTH_PLACES, demoAddress } from './places.ts';
import type { DemoNumbers } from './demo-numbers.ts';
import type { GivenName, NameBook, Surname } from './name-book.ts';
import type { StandPerson } from './person.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface Draft {
  random: SeededRandom;
  numbers: DemoNumbers;
  people: StandPerson[];
}

export interface PersonOrder {
  familyId: string;
  sex: 'male' | 'female';
  birthDate: string;
  book: NameBook;
  surname: Surname;
  phone: string | null;
  given?: GivenName;
  /** Both parents give the child its patronymic and its place in the family tree. */
  mother?: StandPerson | undefined;
  father?: StandPerson | undefined;
  residence?: Pair;
  foreigner?: boolean;
}

/** Adds one person; what the order leaves open is drawn from the random source. */
export function addPerson(draft: Draft, order: PersonOrder): StandPerson {
  const { random, numbers } = draft;
  const male = order.sex === 'male';
  const given = order.given ?? random.pick(male ? order.book.men : order.book.women);
  const fatherName = order.father?.name ?? random.pick(order.book.men).name;
  const person: StandPerson = {
    iin: order.foreigner ? numbers.foreignerIin(order.birthDate) : numbers.iin(order.birthDate, order.sex),
    surname: male ? order.surname.male : order.surname.female,
    name: given.name,
    patronymic: order.foreigner ? null : order.book.patronymic(fatherName, order.sex),
    latin: { surname: male ? order.surname.latinMale : order.surname.latinFemale, name: given.latin },
    sex: order.sex,
    birthDate: order.birthDate,
    deathDate: null,
    phone: order.phone,
    familyId: order.familyId,
    spouseIin: null,
    motherIin: order.mother?.iin ?? null,
    fatherIin: order.father?.iin ?? null,
    birthPlace: random.pick(BIRTH_PLACES),
    nationality: order.book.nationality,
    residence: order.residence ?? demoAddress(random.pick(CITIES).city, 9000 + draft.people.length),
    documents: [],
    trainingCase: null,
  };
  draft.people.push(person);
  return person;
}

export function personOf(draft: Draft, iin: string | null): StandPerson | undefined {
  return iin === null ? undefined : draft.people.find((person) => person.iin === iin);
}

export function fullName(person: Pick<StandPerson, 'surname' | 'name' | 'patronymic'>): string {
  return [person.surname, person.name, person.patronymic].filter((part) => part !== null).join(' ');
}

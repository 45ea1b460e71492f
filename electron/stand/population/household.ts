/** One family under one roof: who joins it gets its surname, its address and a place in its tree. */
import type { Pair } from '../../../shared/domain/localized.ts';
import { POPULATION_DAY, addDays, addYears } from './calendar.ts';
import { digits } from './demo-numbers.ts';
import type { Draft } from './draft.ts';
import { KAZAKH_NAMES } from './kazakh-names.ts';
import type { GivenName, NameBook, Surname } from './name-book.ts';
import type { StandPerson } from './person.ts';
import { BIRTH_PLACES, CITIES, demoAddress } from './places.ts';
import { RUSSIAN_NAMES } from './russian-names.ts';

export interface Household {
  familyId: string;
  book: NameBook;
  surname: Surname;
  residence: Pair;
}

/** Names and surname are drawn where they are not given; three families of four are Kazakh. */
export function openHousehold(draft: Draft, book?: NameBook, surname?: Surname): Household {
  const { random, numbers } = draft;
  const chosen = book ?? (random.chance(0.75) ? KAZAKH_NAMES : RUSSIAN_NAMES);
  const family = numbers.next('family');
  return {
    familyId: `family-${digits(family, 3)}`,
    book: chosen,
    surname: surname ?? random.pick(chosen.surnames),
    residence: demoAddress(random.pick(CITIES).city, 9000 + family),
  };
}

/** `age` in full years on the day of the population. */
export type MemberOrder = ({ age: number } | { birthDate: string }) & {
  sex: 'male' | 'female';
  given?: GivenName;
  /** Where it is not the household's. */
  surname?: Surname;
  /** A new number where it is left out; null for none. */
  phone?: string | null;
  mother?: StandPerson;
  /** Gives the patronymic as well. */
  father?: StandPerson;
  /** Foreigners have another form of ИИН and no patronymic. */
  foreigner?: boolean;
};

/** Adds one person to the family and to the population; what the order leaves open is drawn. */
export function addMember(draft: Draft, household: Household, order: MemberOrder): StandPerson {
  const { random, numbers } = draft;
  const { sex, foreigner = false, surname = household.surname } = order;
  const { book } = household;
  const male = sex === 'male';
  const birthDate = 'birthDate' in order ? order.birthDate : birthDateAtAge(draft, order.age);
  const given = order.given ?? random.pick(male ? book.men : book.women);
  const fatherName = order.father?.name ?? random.pick(book.men).name;
  const person: StandPerson = {
    iin: foreigner ? numbers.foreignerIin(birthDate) : numbers.iin(birthDate, sex),
    surname: male ? surname.male : surname.female,
    name: given.name,
    patronymic: foreigner ? null : book.patronymic(fatherName, sex),
    latin: { surname: male ? surname.latinMale : surname.latinFemale, name: given.latin },
    sex,
    birthDate,
    deathDate: null,
    phone: order.phone === undefined ? numbers.phone() : order.phone,
    familyId: household.familyId,
    spouseIin: null,
    motherIin: order.mother?.iin ?? null,
    fatherIin: order.father?.iin ?? null,
    birthPlace: random.pick(BIRTH_PLACES),
    nationality: book.nationality,
    residence: household.residence,
    documents: [],
    trainingCase: null,
  };
  draft.people.push(person);
  return person;
}

export function marry(husband: StandPerson, wife: StandPerson): void {
  husband.spouseIin = wife.iin;
  wife.spouseIin = husband.iin;
}

/** Nobody has a birthday on the day itself, so that what an age allows could be issued the day before. */
function birthDateAtAge(draft: Draft, age: number): string {
  return addDays(addYears(POPULATION_DAY, -age), -draft.random.integer(1, 364));
}

/** Families of several shapes: grandparents, couples, children and people living alone. */
import { POPULATION_DAY, addDays, addYears, ageOn } from './calendar.ts';
import { addPerson, type Draft } from './draft.ts';
import { digits } from './demo-numbers.ts';
import { KAZAKH_NAMES } from './kazakh-names.ts';
import type { GivenName, NameBook, Surname } from './name-book.ts';
import type { StandPerson } from './person.ts';
import { CITIES, demoAddress } from './places.ts';
import { RUSSIAN_NAMES } from './russian-names.ts';

const YOUNGEST_MOTHER = 20;
const OLDEST_MOTHER = 42;

export type HouseholdShape = 'three-generations' | 'couple-with-children' | 'young-couple' | 'elderly-couple' | 'single';

export interface Household {
  familyId: string;
  book: NameBook;
  surname: Surname;
  members: StandPerson[];
}

export function openHousehold(draft: Draft, book?: NameBook, surname?: Surname): Household {
  const chosen = book ?? (draft.random.chance(0.75) ? KAZAKH_NAMES : RUSSIAN_NAMES);
  const households = new Set(draft.people.map((person) => person.familyId));
  return {
    familyId: `family-${digits(households.size + 1, 3)}`,
    book: chosen,
    surname: surname ?? draft.random.pick(chosen.surnames),
    members: [],
  };
}

export interface MemberOrder {
  sex: 'male' | 'female';
  /** Full years on the day of the population. */
  age: number;
  birthDate?: string;
  given?: GivenName;
  surname?: Surname;
  phone?: string | null;
  mother?: StandPerson | undefined;
  father?: StandPerson | undefined;
  foreigner?: boolean;
}

export function addMember(draft: Draft, household: Household, order: MemberOrder): StandPerson {
  const residence = household.members[0]?.residence ?? demoAddress(draft.random.pick(CITIES).city, 9000 + draft.people.length);
  const person = addPerson(draft, {
    familyId: household.familyId,
    book: household.book,
    surname: order.surname ?? household.surname,
    sex: order.sex,
    birthDate: order.birthDate ?? birthDateAtAge(draft, order.age),
    phone: order.phone === undefined ? draft.numbers.phone() : order.phone,
    mother: order.mother,
    father: order.father,
    residence,
    ...(order.given ? { given: order.given } : {}),
    ...(order.foreigner ? { foreigner: true } : {}),
  });
  household.members.push(person);
  return person;
}

/** Husband and wife; about a third of the wives keep the surname they had. */
export function addCouple(draft: Draft, household: Household, wifeAge: number): { husband: StandPerson; wife: StandPerson } {
  const { random } = draft;
  const husband = addMember(draft, household, { sex: 'male', age: Math.max(20, wifeAge + random.integer(-2, 6)) });
  const keepsSurname = random.chance(0.3);
  const wife = addMember(draft, household, {
    sex: 'female',
    age: wifeAge,
    surname: keepsSurname ? random.pick(household.book.surnames) : household.surname,
  });
  husband.spouseIin = wife.iin;
  wife.spouseIin = husband.iin;
  return { husband, wife };
}

/** Children of the couple, at least two years apart, registered under a parent's phone while they are minors. */
export function addChildren(draft: Draft, household: Household, parents: { husband: StandPerson; wife: StandPerson }, most: number): void {
  const { random } = draft;
  const motherAge = ageOn(parents.wife.birthDate, POPULATION_DAY);
  const youngerParentAge = Math.min(motherAge, ageOn(parents.husband.birthDate, POPULATION_DAY));
  let motherAgeAtBirth = motherAge - youngerParentAge + random.integer(YOUNGEST_MOTHER, YOUNGEST_MOTHER + 8);
  for (let child = 0; child < most && motherAgeAtBirth < Math.min(motherAge, OLDEST_MOTHER); child += 1) {
    const age = motherAge - motherAgeAtBirth - 1;
    addMember(draft, household, {
      sex: random.chance(0.5) ? 'male' : 'female',
      age,
      phone: age < 18 ? (parents.wife.phone ?? parents.husband.phone) : draft.numbers.phone(),
      mother: parents.wife,
      father: parents.husband,
    });
    motherAgeAtBirth += random.integer(2, 4);
  }
}

export function addHousehold(draft: Draft, shape: HouseholdShape): void {
  const { random } = draft;
  const household = openHousehold(draft);
  if (shape === 'single') {
    const age = random.integer(19, 70);
    addMember(draft, household, { sex: random.chance(0.5) ? 'male' : 'female', age, phone: random.chance(0.85) ? draft.numbers.phone() : null });
  } else if (shape === 'young-couple') {
    addCouple(draft, household, random.integer(21, 30));
  } else if (shape === 'elderly-couple') {
    addCouple(draft, household, random.integer(63, 78));
  } else if (shape === 'couple-with-children') {
    addChildren(draft, household, addCouple(draft, household, random.integer(26, 50)), random.integer(1, 5));
  } else {
    addThreeGenerations(draft, household);
  }
}

/** The husband's parents live with the family; old people are often registered under the phone of a son. */
function addThreeGenerations(draft: Draft, household: Household): void {
  const { random } = draft;
  const elders = addCouple(draft, household, random.integer(60, 72));
  const wifeAge = random.integer(27, 37);
  const husband = addMember(draft, household, {
    sex: 'male',
    age: Math.min(wifeAge + random.integer(0, 3), ageOn(elders.wife.birthDate, POPULATION_DAY) - YOUNGEST_MOTHER - 1),
    mother: elders.wife,
    father: elders.husband,
  });
  const wife = addMember(draft, household, { sex: 'female', age: wifeAge });
  husband.spouseIin = wife.iin;
  wife.spouseIin = husband.iin;
  if (random.chance(0.5)) elders.wife.phone = husband.phone;
  addChildren(draft, household, { husband, wife }, random.integer(1, 4));
}

/** Nobody has a birthday on the day itself, so that what an age allows could be issued the day before. */
function birthDateAtAge(draft: Draft, age: number): string {
  return addDays(addYears(POPULATION_DAY, -age), -draft.random.integer(1, 364));
}

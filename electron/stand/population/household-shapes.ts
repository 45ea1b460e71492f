/** Families of several shapes: grandparents, couples, children and people living alone. */
import { POPULATION_DAY, ageOn } from './calendar.ts';
import type { Draft } from './draft.ts';
import { addMember, marry, openHousehold, type Household } from './household.ts';
import type { StandPerson } from './person.ts';

const YOUNGEST_MOTHER = 20;
const OLDEST_MOTHER = 42;

interface Couple {
  husband: StandPerson;
  wife: StandPerson;
}

/** Repeated shapes are the more frequent ones. */
const SHAPES: readonly ((draft: Draft, household: Household) => void)[] = [
  addCoupleWithChildren,
  addCoupleWithChildren,
  addThreeGenerations,
  addYoungCouple,
  addElderlyCouple,
  addSinglePerson,
  addSinglePerson,
];

export function addHousehold(draft: Draft): void {
  draft.random.pick(SHAPES)(draft, openHousehold(draft));
}

function addCoupleWithChildren(draft: Draft, household: Household): void {
  addChildren(draft, household, addCouple(draft, household, draft.random.integer(26, 50)), draft.random.integer(1, 5));
}

function addYoungCouple(draft: Draft, household: Household): void {
  addCouple(draft, household, draft.random.integer(21, 30));
}

function addElderlyCouple(draft: Draft, household: Household): void {
  addCouple(draft, household, draft.random.integer(63, 78));
}

function addSinglePerson(draft: Draft, household: Household): void {
  const { random, numbers } = draft;
  const sex = random.chance(0.5) ? 'male' : 'female';
  addMember(draft, household, { sex, age: random.integer(19, 70), phone: random.chance(0.85) ? numbers.phone() : null });
}

/** The husband's parents live with the family; old people are often registered under the phone of a son. */
function addThreeGenerations(draft: Draft, household: Household): void {
  const { random } = draft;
  const elders = addCouple(draft, household, random.integer(60, 72));
  const wifeAge = random.integer(27, 37);
  const oldestSon = ageOn(elders.wife.birthDate, POPULATION_DAY) - YOUNGEST_MOTHER - 1;
  const husband = addMember(draft, household, {
    sex: 'male',
    age: Math.min(wifeAge + random.integer(0, 3), oldestSon),
    mother: elders.wife,
    father: elders.husband,
  });
  const wife = addMember(draft, household, { sex: 'female', age: wifeAge });
  marry(husband, wife);
  if (random.chance(0.5)) elders.wife.phone = husband.phone;
  addChildren(draft, household, { husband, wife }, random.integer(1, 4));
}

/** About a third of the wives keep the surname they had. */
function addCouple(draft: Draft, household: Household, wifeAge: number): Couple {
  const { random } = draft;
  const husband = addMember(draft, household, { sex: 'male', age: Math.max(20, wifeAge + random.integer(-2, 6)) });
  const surname = random.chance(0.3) ? random.pick(household.book.surnames) : household.surname;
  const wife = addMember(draft, household, { sex: 'female', age: wifeAge, surname });
  marry(husband, wife);
  return { husband, wife };
}

/** Born a year apart or more, to parents who were both of age; minors are registered under a parent's phone. */
function addChildren(draft: Draft, household: Household, { husband, wife }: Couple, most: number): void {
  const { random, numbers } = draft;
  const motherAge = ageOn(wife.birthDate, POPULATION_DAY);
  const youngerParentAge = Math.min(motherAge, ageOn(husband.birthDate, POPULATION_DAY));
  let motherAgeAtBirth = motherAge - youngerParentAge + random.integer(YOUNGEST_MOTHER, YOUNGEST_MOTHER + 8);
  for (let child = 0; child < most && motherAgeAtBirth < Math.min(motherAge, OLDEST_MOTHER); child += 1) {
    const age = motherAge - motherAgeAtBirth - 1;
    addMember(draft, household, {
      sex: random.chance(0.5) ? 'male' : 'female',
      age,
      phone: age < 18 ? wife.phone : numbers.phone(),
      mother: wife,
      father: husband,
    });
    motherAgeAtBirth += random.integer(2, 4);
  }
}

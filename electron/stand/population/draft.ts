/** The population while it is being made: its random source, its numbers and the people so far. */
import type { DemoNumbers } from './demo-numbers.ts';
import type { StandPerson } from './person.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface Draft {
  random: SeededRandom;
  numbers: DemoNumbers;
  people: StandPerson[];
}

export function personOf(draft: Draft, iin: string | null): StandPerson | undefined {
  return iin === null ? undefined : draft.people.find((person) => person.iin === iin);
}

export function fullName(person: Pick<StandPerson, 'surname' | 'name' | 'patronymic'>): string {
  return [person.surname, person.name, person.patronymic].filter((part) => part !== null).join(' ');
}

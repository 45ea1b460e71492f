/** The synthetic population: the same people for the same seed, in families, with documents good and bad. */
import { createDemoNumbers } from './demo-numbers.ts';
import type { Draft } from './draft.ts';
import { addHousehold } from './household-shapes.ts';
import { issueOrdinaryDocuments } from './ordinary-documents.ts';
import type { Population, StandPerson } from './person.ts';
import { createSeededRandom } from './seeded-random.ts';
import { addTrainee, type Trainee } from './trainee.ts';
import { addTrainingCases } from './training-cases.ts';

export { documentContent, hasPortrait, type ContentOrder } from './document-content.ts';
export { STAND_DOCUMENT_TYPES } from './issuer-templates.ts';
export { personRecord } from './person-record.ts';
export type { Population, StandDocument, StandPerson } from './person.ts';
export { readTrainee, type TraineeFile } from './trainee.ts';

const FEWEST_PEOPLE = 320;

/** The people of the training cases come first, «plain-good» before all. */
export function createPopulation(seed: number, trainee: Trainee | null = null): Population {
  const draft: Draft = { random: createSeededRandom(seed), numbers: createDemoNumbers(), people: [] };
  addTrainingCases(draft);
  const casePeople = draft.people.length;
  while (draft.people.length < FEWEST_PEOPLE) addHousehold(draft);
  for (const person of draft.people.slice(casePeople)) issueOrdinaryDocuments(draft, person);
  if (trainee !== null) addTrainee(draft, trainee);
  return { seed, people: draft.people, byIin: indexBy(draft.people), byPhone: groupByPhone(draft.people) };
}

function indexBy(people: readonly StandPerson[]): Population['byIin'] {
  const index = new Map(people.map((person) => [person.iin, person]));
  return (iin) => index.get(iin);
}

/** One number may serve several people: children and old people are registered under a relative's. */
function groupByPhone(people: readonly StandPerson[]): Population['byPhone'] {
  const groups = Map.groupBy(people, (person) => person.phone);
  return (phone) => groups.get(phone) ?? [];
}

/** The drawn people of the stand have faces for the engine too, although no camera ever saw them: most look alike to it, some pairs are strangers. */
import { afterAll, expect, it } from 'vitest';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { HAS_FACE_DATA, readFaceData } from './face-data.ts';

const comparer = createThreadFaceComparer();
afterAll(() => comparer.end());
const population = createPopulation(1);
const adults = population.people.filter(({ birthDate }) => birthDate < '2008').slice(0, 2);

it('finds the one face of every drawing, and the same person in a smaller one', async () => {
  for (const person of adults) {
    const answer = await comparer.compare(drawFace(person, 480), drawFace(person, 360));
    expect(answer).toMatchObject({ state: 'compared' });
    expect(answer.state === 'compared' && answer.distance).toBeLessThan(0.2);
  }
});

it('calls two drawings one person, a doubt or strangers by the thresholds of the product', async () => {
  const face = (iin: string) => drawFace(population.byIin(iin)!);
  const { numbers } = POLICY;
  const outcomes = [];
  for (const [one, other] of [['880512399004', '880512399004'], ['550122399006', '750815399005'], ['880512399004', '510423399005']] as const) {
    const answer = await comparer.compare(face(one), face(other));
    outcomes.push(answer.state === 'compared' ? judgeFace(answer, numbers) : answer.state);
  }
  expect(outcomes).toEqual(['match', 'moderation', 'mismatch']);
});

it.skipIf(!HAS_FACE_DATA)('takes no drawing for a photograph of somebody (needs ../shared/data/face)', async () => {
  const answer = await comparer.compare(await readFaceData('faces/person-b.jpg'), drawFace(adults[0]!, 480));
  expect(answer.state === 'compared' && answer.distance).toBeGreaterThan(0.65);
});

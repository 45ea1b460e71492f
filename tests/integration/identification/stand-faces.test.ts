/** The drawn people of the stand have faces for the engine too, although no camera ever saw them: each their own, so that a stranger is one without anybody's help. */
import { afterAll, expect, it } from 'vitest';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { HAS_FACE_DATA, readFaceData } from './face-data.ts';

const comparer = createThreadFaceComparer();
afterAll(() => comparer.end());
const adults = createPopulation(1).people.filter(({ birthDate }) => birthDate < '2008').slice(0, 7);
const drawings = adults.map((person) => drawFace(person));

it('finds the one face of every drawing, and the same person in a larger one', async () => {
  for (const [index, person] of adults.slice(0, 2).entries()) {
    const answer = await comparer.compare(drawings[index]!, drawFace(person, 480));
    expect(answer).toMatchObject({ state: 'compared' });
    expect(answer.state === 'compared' && answer.distance).toBeLessThan(0.2);
  }
});

it('tells strangers apart, doubts or takes one for another, by the thresholds of the product', async () => {
  const answers: string[] = [];
  for (const [index, one] of drawings.entries()) {
    for (const other of drawings.slice(index + 1)) {
      const answer = await comparer.compare(one, other);
      answers.push(answer.state === 'compared' ? judgeFace(answer, POLICY.numbers) : answer.state);
    }
  }
  const share = (answer: string): number => answers.filter((each) => each === answer).length / answers.length;
  expect(share('match')).toBeLessThan(0.5);
  expect(share('moderation')).toBeGreaterThan(0.2);
  expect(answers).toContain('mismatch');
});

it.skipIf(!HAS_FACE_DATA)('takes no drawing for a photograph of somebody (needs ../shared/data/face)', async () => {
  const answer = await comparer.compare(await readFaceData('faces/person-b.jpg'), drawings[0]!);
  expect(answer.state === 'compared' && judgeFace(answer, POLICY.numbers)).not.toBe('match');
});

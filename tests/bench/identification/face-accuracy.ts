/** How far apart the faces of the sample data are, and what the policy in force answers to it. */
import { readFile } from 'node:fs/promises';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { readFaceData } from '../../integration/identification/face-data.ts';
import { columns, type Print } from './truth.ts';

const PEOPLE = ['faces/person-a', 'faces/person-b'];
const OTHERS = ['faces/person-a-turn-right', 'faces/person-a-turn-left', 'faces/person-a-chin-up', 'faces/person-a-dark', 'faces/person-a-blurred', 'faces/two-people'];
const CARDS = ['level0-000', 'level0-001', 'level1-000', 'level1-001', 'level2-000', 'level2-001'].map((name) => `cards/${name}-front`);

export async function faceAccuracy(print: Print): Promise<void> {
  const { sets } = PolicyFile.parse(JSON.parse(await readFile(new URL('../../../resources/policy/policy.json', import.meta.url), 'utf8')));
  const { numbers } = policyAt(sets, new Date());
  const comparer = createThreadFaceComparer();
  try {
    print(`\n${columns('Faces: all but person-b and two-people are person-a', ...PEOPLE.flatMap((person) => [person.slice('faces/'.length), 'answer']))}`);
    const people = await Promise.all(PEOPLE.map((name) => readFaceData(`${name}.jpg`)));
    for (const name of [...PEOPLE.slice(1), ...OTHERS, ...CARDS]) {
      const picture = await readFaceData(`${name}.jpg`);
      const answers: string[] = [];
      for (const person of people) {
        const answer = await comparer.compare(person, picture);
        answers.push(...(answer.state === 'compared' ? [answer.distance.toFixed(2), judgeFace(answer, numbers)] : ['–', answer.state]));
      }
      print(columns(name, ...answers));
    }
  } finally {
    await comparer.end();
  }
}

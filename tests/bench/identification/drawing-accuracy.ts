/** How far apart the engine of the desk sees the drawn people of the training stand, by the thresholds of the policy in force: each from themselves, and from everybody else. */
import { readFile } from 'node:fs/promises';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { columns, type Print } from './truth.ts';

/** Each is described once; half a second of processor time each. */
const ADULTS = 80;
/** Drawn once more, larger. */
const TWICE = 20;

export async function drawingAccuracy(print: Print): Promise<void> {
  const { sets } = PolicyFile.parse(JSON.parse(await readFile(new URL('../../../resources/policy/policy.json', import.meta.url), 'utf8')));
  const { numbers } = policyAt(sets, new Date());
  const comparer = createThreadFaceComparer();
  try {
    const adults = createPopulation(1).people.filter(({ birthDate }) => birthDate < '2008').slice(0, ADULTS);
    const found: { drawing: Uint8Array; again: () => Uint8Array }[] = [];
    for (const person of adults) {
      const drawing = drawFace(person);
      if ((await comparer.describe(drawing))?.state === 'described') found.push({ drawing, again: () => drawFace(person, 480) });
    }
    print(`\n${columns('Drawn people of the stand', 'pairs', 'match', 'a human', 'mismatch', 'median')}`);
    const same = found.slice(0, TWICE).map(({ drawing, again }) => [drawing, again()] as const);
    const others = found.flatMap(({ drawing }, index) => found.slice(index + 1).map((other) => [drawing, other.drawing] as const));
    for (const [name, pairs] of Object.entries({ 'with themselves': same, 'with each other': others })) {
      const distances: number[] = [];
      const answers = new Map<string, number>();
      for (const [one, other] of pairs) {
        const compared = await comparer.compare(one, other);
        const answer = compared.state === 'compared' ? judgeFace(compared, numbers) : compared.state;
        if (compared.state === 'compared') distances.push(compared.distance);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
      const share = (answer: string): string => `${(((answers.get(answer) ?? 0) / pairs.length) * 100).toFixed(1)} %`;
      print(columns(name, pairs.length, share('match'), share('moderation'), share('mismatch'), distances.toSorted((a, b) => a - b)[distances.length >> 1]!.toFixed(2)));
    }
    print(columns('faces found', `${found.length}/${adults.length}`));
  } finally {
    await comparer.end();
  }
}

/** How far apart the engine of the desk sees the drawn people of the training stand, by the thresholds of the policy in force. */
import { readFile } from 'node:fs/promises';
import { createThreadFaceComparer } from '../../../electron/adapters/face-threads/thread-face-comparer.ts';
import { judgeFace } from '../../../electron/core/identification/index.ts';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';
import { policyAt, PolicyFile } from '../../../shared/domain/policy.ts';
import { columns, type Print } from './truth.ts';

/** Each is described once; half a second of processor time each. */
const ADULTS = 80;
/** Applicant and stranger of the tests of a mismatch. */
const FAR_APART = ['880512399004', '510423399005'];

export async function drawingAccuracy(print: Print): Promise<void> {
  const { sets } = PolicyFile.parse(JSON.parse(await readFile(new URL('../../../resources/policy/policy.json', import.meta.url), 'utf8')));
  const { numbers } = policyAt(sets, new Date());
  const comparer = createThreadFaceComparer();
  try {
    const { people, byIin } = createPopulation(1);
    const drawings = people.filter(({ birthDate }) => birthDate < '2008').slice(0, ADULTS).map((person) => drawFace(person));
    const found: Uint8Array[] = [];
    for (const drawing of drawings) if ((await comparer.describe(drawing))?.state === 'described') found.push(drawing);
    const answers = new Map<string, number>();
    let pairs = 0;
    for (const [index, one] of found.entries()) {
      for (const other of found.slice(index + 1)) {
        const compared = await comparer.compare(one, other);
        const answer = compared.state === 'compared' ? judgeFace(compared, numbers) : compared.state;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        pairs += 1;
      }
    }
    print(`\n${columns('Drawn people of the stand', 'count', 'of', 'share')}`);
    const row = (name: string, count: number, of: number) => print(columns(name, count, of, `${((count / of) * 100).toFixed(1)} %`));
    row('faces found', found.length, drawings.length);
    for (const [answer, count] of answers) row(`pairs answered ${answer}`, count, pairs);
    const [applicant, stranger] = FAR_APART.map((iin) => drawFace(byIin(iin)!));
    const apart = await comparer.compare(applicant!, stranger!);
    if (apart.state === 'compared') print(columns(FAR_APART.join(', '), apart.distance.toFixed(2)));
  } finally {
    await comparer.end();
  }
}

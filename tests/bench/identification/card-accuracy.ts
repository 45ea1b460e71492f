/** How rightly cards are found and read: the sample cards as they are, and worse and worse. */
import jpeg from 'jpeg-js';
import { findCard } from '../../../renderer/features/identification/card/find-card.ts';
import { straighten } from '../../../renderer/features/identification/card/straighten.ts';
import { readMrz } from '../../../renderer/features/identification/mrz/read-mrz.ts';
import { greyOf, type RgbaPicture } from '../../../shared/util/measure-picture.ts';
import type { OpenedEngine } from '../../integration/identification/engine-page.ts';
import { readFaceData } from '../../integration/identification/face-data.ts';
import { cpuOfTree } from '../camera/cpu-of-tree.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { type CardTruth, columns, type Print } from './truth.ts';
import { worsened, type Worse } from './worsened.ts';

const LEVELS: readonly (Worse & { name: string })[] = [
  { name: 'as they are' },
  { name: 'blurred, sigma 1.5', blur: 1.5 },
  { name: 'blurred, sigma 2.5', blur: 2.5 },
  { name: 'blurred, sigma 3.5', blur: 3.5 },
  { name: 'noise of 20', noise: 20 },
  { name: 'noise of 40', noise: 40 },
  { name: 'at 2/3 of the size', scale: 0.67 },
  { name: 'at half the size', scale: 0.5 },
  { name: 'half the light', light: 0.5 },
];

/** The first line and the second up to the nationality: all that check digits speak of. */
const COVERED = 45;

export async function cardAccuracy(page: OpenedEngine, truth: readonly CardTruth[], print: Print): Promise<{ zone: Spread; both: Spread; cpuMs: number | null }> {
  print(`\n${columns('Backs of sample cards', 'found', 'letters', 'holds', 'false')}`);
  const times: number[] = [];
  for (const level of LEVELS) {
    const sums = { found: 0, letters: 0, holds: 0, wrong: 0 };
    for (const { files, person } of truth) {
      const { data, width, height } = jpeg.decode(await readFaceData(`cards/${files[1]}`), { useTArray: true });
      const picture: RgbaPicture = worsened({ data, width, height }, level);
      const quad = findCard(greyOf(picture));
      if (quad === null) continue;
      sums.found += 1;
      const card = greyOf(straighten(picture, quad));
      const from = performance.now();
      const read = readMrz(card);
      if (level.name === LEVELS[0]!.name) times.push(performance.now() - from);
      const right = person.mrz.join('');
      const text = read?.lines.join('') ?? '';
      sums.letters += [...right].filter((letter, index) => letter === text[index]).length;
      if (read?.valid !== true) continue;
      if (text.slice(0, COVERED) === right.slice(0, COVERED)) sums.holds += 1;
      else sums.wrong += 1;
    }
    print(columns(level.name, `${sums.found}/${truth.length}`, `${((sums.letters / truth.length / 90) * 100).toFixed(1)} %`, `${sums.holds}/${truth.length}`, sums.wrong));
  }
  const cpuBefore = cpuOfTree(process.pid);
  const both = await fieldAccuracy(page, truth, print);
  const cpu = cpuOfTree(process.pid);
  return { zone: spreadOf(times), both, cpuMs: cpu === null || cpuBefore === null ? null : Math.round((cpu - cpuBefore) / truth.length) };
}

async function fieldAccuracy(page: OpenedEngine, truth: readonly CardTruth[], print: Print): Promise<Spread> {
  const right = new Map<string, number>();
  const times: number[] = [];
  let sureAndWrong = 0;
  for (const { files, person } of truth) {
    const from = performance.now();
    const { fields } = await page.ask('readCard', `/data/cards/${files[0]}`, `/data/cards/${files[1]}`, '2026-11-22');
    times.push(performance.now() - from);
    const expected = {
      iin: person.iin,
      number: person.doc,
      surname: person.sur,
      name: person.given,
      patronymic: person.pat,
      birthDate: person.birthText.split('.').toReversed().join('-'),
      expiresOn: `20${person.exp.slice(0, 2)}-${person.exp.slice(2, 4)}-${person.exp.slice(4, 6)}`,
    };
    for (const [field, value] of Object.entries(expected)) {
      const read = fields[field as keyof typeof fields];
      right.set(field, (right.get(field) ?? 0) + (read.value === value ? 1 : 0));
      if (read.trust === 'sure' && read.value !== value) sureAndWrong += 1;
    }
  }
  print(`\n${columns('Fields of sample cards', 'right')}`);
  for (const [field, count] of right) print(columns(field, `${count}/${truth.length}`));
  print(columns('called sure and wrong', sureAndWrong));
  return spreadOf(times);
}

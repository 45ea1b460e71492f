/** A person with a face of their own among those of the stand: by a file beside it, and otherwise nobody. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { portraitOf } from '../../../electron/stand/portraits.ts';
import { createPopulation, readTrainee } from '../../../electron/stand/population/index.ts';
import { greyPicture } from '../../fakes/portal-citizen.ts';

const TOLD = {
  iin: '801212461181',
  surname: 'ИВАНОВА',
  name: 'ҚАРЛЫҒАШ',
  patronymic: null,
  latin: { surname: 'IVANOVA', name: 'KARLYGASH' },
  sex: 'female',
  birthDate: '1980-12-12',
  card: { number: '007652217', begin: '2019-08-27', end: '2029-08-27' },
  portrait: 'me.jpg',
};
const picture = new Uint8Array(greyPicture(90));

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tekser-trainee-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const write = (change: object = {}): void => {
  writeFileSync(join(folder, 'trainee.json'), JSON.stringify({ ...TOLD, ...change }));
  writeFileSync(join(folder, 'me.jpg'), picture);
};

it('is in the registers by the own photograph and card, and leaves everybody else as they were', () => {
  write();
  const { people, byIin } = createPopulation(3, readTrainee(folder));
  const trainee = byIin(TOLD.iin)!;
  expect(trainee).toMatchObject({ surname: 'ИВАНОВА', phone: expect.stringMatching(/^\+7700000\d{4}$/), deathDate: null, trainingCase: { code: 'trainee' } });
  expect(trainee.documents).toMatchObject([{ type: 'identity_card', ownerIin: TOLD.iin, number: '007652217', endDate: '2029-08-27' }]);
  expect(portraitOf(trainee)).toEqual({ mediaType: 'image/jpeg', bytes: picture });
  expect(people.slice(0, -1)).toEqual(createPopulation(3).people);
  expect(portraitOf(people[0]!).mediaType).toBe('image/png');
});

it('is nobody where there is no file, and a file that says something else is no silence', () => {
  expect(readTrainee(null)).toBeNull();
  expect(readTrainee(folder)).toBeNull();
  write({ iin: '801212461182' });
  expect(() => readTrainee(folder)).toThrow('no ИИН');
  write({ portrait: '../../elsewhere.jpg' });
  expect(() => readTrainee(folder)).toThrow('ENOENT');
});

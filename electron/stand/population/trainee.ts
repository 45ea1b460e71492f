/** The one person of the stand who has a face: whoever trains before a real camera, by a file beside the stand, is found in its registers by their own photograph. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isIin } from '../../../shared/domain/person/iin.ts';
import { issueIdentityCard } from './documents/identity-card.ts';
import type { Draft } from './draft.ts';
import { KAZAKH_NAMES } from './kazakh-names.ts';
import type { StandPerson } from './person.ts';
import { addCasePerson } from './training-cases/case-person.ts';

const Day = z.iso.date();
const Name = z.string().trim().min(1).max(60);
const TraineeFile = z.strictObject({
  iin: z.string().refine(isIin, 'no ИИН'),
  surname: Name,
  name: Name,
  patronymic: Name.nullable(),
  latin: z.strictObject({ surname: Name, name: Name }),
  sex: z.enum(['male', 'female']),
  birthDate: Day,
  /** The card that is shown to the camera. */
  card: z.strictObject({ number: z.string().regex(/^\d{9}$/), begin: Day, end: Day }),
  /** Name of a PNG or JPEG in the same folder. */
  portrait: z.string().min(1),
});

export type TraineeFile = z.infer<typeof TraineeFile>;

export type Trainee = TraineeFile & { portraitBytes: Uint8Array };

/** @returns null where nobody is to be added. @throws where the file is there and says something else */
export function readTrainee(directory: string | null): Trainee | null {
  const file = directory === null ? null : join(directory, 'trainee.json');
  if (file === null || !existsSync(file)) return null;
  const told = TraineeFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A name, never a way out of the folder.
  return { ...told, portraitBytes: new Uint8Array(readFileSync(join(directory!, basename(told.portrait)))) };
}

/** After everybody else: who is drawn by the seed stays who they are. */
export function addTrainee(draft: Draft, trainee: Trainee): void {
  const { iin, surname, name, patronymic, latin, sex, birthDate, card, portraitBytes } = trainee;
  const person = addCasePerson(draft, {
    code: 'trainee',
    title: { kk: 'Өз бетіңізбен жаттығу', ru: 'Тренировка со своим лицом', en: 'Training with one’s own face' },
    book: KAZAKH_NAMES,
    sex,
    birthDate,
  });
  Object.assign(person, { iin, surname, name, patronymic, latin, portrait: portraitBytes } satisfies Partial<StandPerson>);
  issueIdentityCard(draft, person, card);
}

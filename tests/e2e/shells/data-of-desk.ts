/** The data directory a desk of the specs begins with. */
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFiles } from '../../../electron/adapters/files/data-directory.ts';
import type { TraineeFile } from '../../../electron/stand/population/index.ts';
import type { DeskOptions } from './running-desk.ts';

/** Somebody with a face: what is written on the card, and the picture the register has. */
export type TraineeOfDesk = Omit<TraineeFile, 'portrait'> & { portraitPath: string };

export async function makeDataOfDesk({ journal = 'none', trainee }: Pick<DeskOptions, 'journal' | 'trainee'>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tekser-e2e-'));
  if (journal === 'damaged') await writeFile(dataFiles(directory).journal, 'no database any more');
  if (trainee !== undefined) await writeTrainee(join(directory, 'stand'), trainee);
  return directory;
}

async function writeTrainee(stand: string, { portraitPath, ...told }: TraineeOfDesk): Promise<void> {
  await mkdir(stand, { recursive: true });
  await symlink(portraitPath, join(stand, 'trainee.jpg'));
  await writeFile(join(stand, 'trainee.json'), JSON.stringify({ ...told, portrait: 'trainee.jpg' } satisfies TraineeFile));
}

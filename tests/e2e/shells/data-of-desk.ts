/** The data directory a desk of the specs begins with. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFiles } from '../../../electron/adapters/data-directory.ts';
import type { DeskOptions } from './running-desk.ts';

export async function makeDataOfDesk(journal: DeskOptions['journal']): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'tekser-e2e-'));
  if (journal === 'damaged') await writeFile(dataFiles(directory).journal, 'no database any more');
  return directory;
}

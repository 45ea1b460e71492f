/** Files handed out by the desk, in one folder of the person's. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { FileOutlet } from '../../ports/file-outlet.ts';

const MOST_COPIES = 1000;

export const openFolderFileOutlet = (folder: string): FileOutlet => ({
  async save(name, octets) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { name: stem, ext } = parse(name);
    for (let copy = 1; copy < MOST_COPIES; copy += 1) {
      const path = join(folder, copy === 1 ? `${stem}${ext}` : `${stem}-${copy}${ext}`);
      try {
        await writeFile(path, octets, { flag: 'wx', mode: 0o600 });
        return path;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    throw new RangeError('the folder is full of files of this name');
  },
});

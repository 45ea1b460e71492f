/** Public portraits and invented cards beside the repository, read in place; where they are not, their tests say so and are skipped. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export const FACE_DATA = join(import.meta.dirname, '../../../../shared/data/face');
export const HAS_FACE_DATA = existsSync(join(FACE_DATA, 'MANIFEST.md'));

/** @param path inside the folder, such as `faces/person-a.jpg` */
export const readFaceData = async (path: string): Promise<Uint8Array<ArrayBuffer>> => Uint8Array.from(await readFile(join(FACE_DATA, path)));

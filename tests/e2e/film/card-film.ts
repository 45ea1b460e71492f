/** A film for Chromium's fake camera of an identity card held still, from the invented cards beside the repository. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const CARDS = join(import.meta.dirname, '../../../../shared/data/face/cards');
export const HAS_CARDS = existsSync(CARDS);

/** Path of the film in this folder. @param card such as `level0-000-back` */
export async function provideCardFilm(card: string, folder: string): Promise<string> {
  const film = join(folder, `${card}.mjpeg`);
  const frame = await readFile(join(CARDS, `${card}.jpg`));
  // Chromium plays it at 30 frames a second and begins anew at its end.
  await writeFile(film, Buffer.concat(Array.from({ length: 30 }, () => frame)));
  return film;
}

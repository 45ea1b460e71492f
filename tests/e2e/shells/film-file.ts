/** The file a browser's fake camera plays: what is written into it is what the camera sees from the next frame on. */
import { rmSync } from 'node:fs';
import { filmScene, type GreyScene } from '../film/grey-scene.ts';
import { writeFilm } from '../film/y4m-film.ts';

export interface FilmFile {
  /** For the browser's command line. */
  readonly arguments: readonly string[];
  show(scene: GreyScene): void;
  remove(): void;
}

/** The camera that plays a file, as arguments of a browser. */
export const filmArguments = (path: string): readonly string[] => ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`];

export function createFilmFile(path: string): FilmFile {
  writeFilm(path, filmScene([]));
  return {
    arguments: filmArguments(path),
    show: (scene) => writeFilm(path, scene),
    remove: () => rmSync(path, { force: true }),
  };
}

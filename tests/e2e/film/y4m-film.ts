/** Writes a film a browser's fake camera can play: YUV4MPEG2, 4:2:0, every frame the same grey picture. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { GreyScene } from './grey-scene.ts';

const FRAMES_A_SECOND = 30;
const FRAMES = 6;
/** Grey: both chroma planes rest in the middle. */
const NO_COLOUR = 128;

/**
 * Overwrites in place: a browser that opens the film in that instant must find it whole, if with a torn frame.
 * Every film of one camera has the same size.
 */
export function writeFilm(path: string, { width, height, luma }: GreyScene): void {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const chroma = Buffer.alloc((width * height) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const film = Buffer.concat([header, ...Array.from({ length: FRAMES }, () => frame)]);
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    writeSync(file, film, 0, film.length, 0);
  } finally {
    closeSync(file);
  }
}

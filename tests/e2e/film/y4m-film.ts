/** Writes a film a browser's fake camera can play: YUV4MPEG2, 4:2:0, every frame the same picture. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { GreyScene } from './grey-scene.ts';

const FRAMES_A_SECOND = 30;
const FRAMES = 6;
/** Grey: both chroma planes rest in the middle. */
const NO_COLOUR = 128;

export const writeFilm = (path: string, { width, height, luma }: GreyScene): void =>
  writePicture(path, { width, height, planes: Buffer.concat([luma, Buffer.alloc((width * height) / 2, NO_COLOUR)]) });

/**
 * Overwrites in place: a browser that opens the film in that instant must find it whole, if with a torn frame.
 * Every film of one camera has the same size.
 * @param planes luma, then both chroma planes at half the width and height
 */
export function writePicture(path: string, { width, height, planes }: { width: number; height: number; planes: Uint8Array }): void {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), planes]);
  const film = Buffer.concat([header, ...Array.from({ length: FRAMES }, () => frame)]);
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    writeSync(file, film, 0, film.length, 0);
  } finally {
    closeSync(file);
  }
}

/** Writes a film a browser's fake camera can play: YUV4MPEG2, 4:2:0, every frame the same grey picture. */
import { writeFileSync } from 'node:fs';
import type { GreyScene } from './grey-scene.ts';

const FRAMES_A_SECOND = 15;
const FRAMES = 6;
/** Grey: both chroma planes rest in the middle. */
const NO_COLOUR = 128;

export function writeFilm(path: string, { width, height, luma }: GreyScene): void {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES_A_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const chroma = Buffer.alloc((width * height) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  writeFileSync(path, Buffer.concat([header, ...Array.from({ length: FRAMES }, () => frame)]));
}

/** Writes a clip into the file a browser's fake camera plays, in place and always of one size: the camera plays on. */
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { clipFrame, type ClipKind, FRAME, FRAMES_A_CLIP } from './clip.ts';

const NO_COLOUR = Buffer.alloc((FRAME.width * FRAME.height) / 2, 128);

/** @param kind null for a camera that sees nobody */
export function writeClip(path: string, kind: ClipKind | null): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  try {
    let at = writeSync(file, Buffer.from(`YUV4MPEG2 W${FRAME.width} H${FRAME.height} F30:1 Ip A1:1 C420jpeg\n`));
    for (let number = 0; number < FRAMES_A_CLIP; number += 1) {
      const luma = clipFrame(kind ?? 'plain', kind === null ? 0 : number);
      for (const part of [Buffer.from('FRAME\n'), luma, NO_COLOUR]) at += writeSync(file, part, 0, part.length, at);
    }
  } finally {
    closeSync(file);
  }
}

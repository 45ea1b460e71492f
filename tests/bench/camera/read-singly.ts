/** Which frames of a clip can be read alone, by every repair and without haste: what a film may be measured by. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRung, RUNGS } from '../../../renderer/features/qr-scanner/reading/rungs.ts';
import { createWasmDecoder } from '../../../renderer/features/qr-scanner/reading/wasm-decoder.ts';
import { clipFrame, type ClipKind, CODE_FRAMES, FRAME, frameOfCode } from './clip.ts';

/** Of the first showing: the others differ in the text alone. @returns of each frame of it, whether it can be read */
export async function readSingly(kind: ClipKind): Promise<readonly boolean[]> {
  const wasm = new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))));
  const decoder = await createWasmDecoder(wasm);
  return Array.from({ length: CODE_FRAMES }, (_, at) => {
    const picture = { ...FRAME, luma: new Uint8ClampedArray(clipFrame(kind, frameOfCode(0, at))) };
    return RUNGS.some((rung) => rung.look !== 'linear' && readRung(decoder, rung, picture, null).codes.length > 0);
  });
}

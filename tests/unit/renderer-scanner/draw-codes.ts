/** Grey pictures with codes in them, drawn from the text, for the decoding tests. */
import { encodeQR } from 'qr';
import type { GreyPicture } from '../../../renderer/features/qr-scanner/reading/decoder.ts';

export interface Placed {
  text: string;
  left: number;
  top: number;
  /** Pixels a module. */
  scale?: number;
}

export interface Scene {
  width?: number;
  height?: number;
  ink?: number;
  paper?: number;
}

/** Codes on a sheet; `ink` lighter than `paper` gives an inverted code. */
export function drawScene(codes: readonly Placed[], { width = 640, height = 480, ink = 20, paper = 235 }: Scene = {}): GreyPicture {
  const luma = new Uint8ClampedArray(width * height).fill(paper);
  for (const { text, left, top, scale = 6 } of codes) {
    const modules = encodeQR(text, 'raw', { border: 1 });
    modules.forEach((row, y) =>
      row.forEach((dark, x) => {
        if (!dark) return;
        for (let line = 0; line < scale; line += 1) {
          const from = (top + y * scale + line) * width + left + x * scale;
          luma.fill(ink, from, from + scale);
        }
      }),
    );
  }
  return { width, height, luma };
}

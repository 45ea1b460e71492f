/** A grey picture of a phone on a desk with the QR of an access, as a cheap camera would see it; the same for the same text. */
import { encodeQR } from 'qr';

export interface Frame {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  luma: Uint8Array;
}

const WIDTH = 640;
const HEIGHT = 480;
/** Half sizes in pixels around the middle of the picture, before the tilt. */
const PHONE = { x: 172, y: 226, radius: 30 };
const SCREEN = { x: 162, y: 216, radius: 22 };
const QR_HALF = 154;
const TILT = (2.5 * Math.PI) / 180;
/** Four samples a pixel: enough to keep the edges of the modules where they belong. */
const SAMPLES = [0.25, 0.75] as const;
const NOISE = 7;

const DESK = 118;
const BEZEL = 26;
const SCREEN_LIGHT = 226;
const INK = 34;

export function drawFrame(text: string): Frame {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const luma = new Uint8Array(WIDTH * HEIGHT);
  const noise = createNoise(text);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let light = 0;
      for (const dy of SAMPLES) for (const dx of SAMPLES) light += lightAt(x + dx, y + dy, modules);
      luma[y * WIDTH + x] = Math.min(255, Math.max(0, light / SAMPLES.length ** 2 + noise()));
    }
  }
  return { width: WIDTH, height: HEIGHT, luma };
}

function lightAt(x: number, y: number, modules: boolean[][]): number {
  const fromMiddleX = x - WIDTH / 2;
  const fromMiddleY = y - HEIGHT / 2;
  const u = fromMiddleX * Math.cos(TILT) + fromMiddleY * Math.sin(TILT);
  const v = fromMiddleY * Math.cos(TILT) - fromMiddleX * Math.sin(TILT);
  // The lamp stands at the upper left.
  const lamp = 1 - 0.00028 * (x + y);
  if (!isInside(u, v, PHONE)) return DESK * lamp;
  if (!isInside(u, v, SCREEN)) return BEZEL;
  const size = modules.length;
  const column = Math.floor(((u + QR_HALF) / (2 * QR_HALF)) * size);
  const row = Math.floor(((v + QR_HALF) / (2 * QR_HALF)) * size);
  return (modules[row]?.[column] ? INK : SCREEN_LIGHT) * (0.8 + 0.2 * lamp);
}

function isInside(u: number, v: number, box: { x: number; y: number; radius: number }): boolean {
  const overX = Math.max(0, Math.abs(u) - (box.x - box.radius));
  const overY = Math.max(0, Math.abs(v) - (box.y - box.radius));
  return overX ** 2 + overY ** 2 <= box.radius ** 2;
}

/** Even noise from a 32-bit linear congruential generator (Numerical Recipes): cheap, and the same for the same text. */
function createNoise(text: string): () => number {
  let state = 0;
  for (const sign of text) state = (Math.imul(state, 31) + sign.codePointAt(0)!) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state >>> 16) / 65_536 - 0.5) * 2 * NOISE;
  };
}

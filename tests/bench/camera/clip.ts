/** Films for a fake camera, drawn frame by frame: a code appears, stays a while and goes, seen as counters see it. */
import { encodeQR } from 'qr';

export const CLIP_KINDS = ['plain', 'shake', 'glare', 'dim', 'moire', 'cover', 'small', 'sliding'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

export const FRAME = { width: 1280, height: 720 } as const;
/** Frames without and with a code, in turns: long enough for the check between them, short enough for a code to be new again. */
const EMPTY_FRAMES = 24;
export const CODE_FRAMES = 16;
export const CODES_A_CLIP = 5;
const SHOWING_FRAMES = EMPTY_FRAMES + CODE_FRAMES;
export const FRAMES_A_CLIP = CODES_A_CLIP * SHOWING_FRAMES;

const COUNTER = 96;
const QUIET = 4;
/** A square in the corner, black without a code, else as light as the frame is far into the showing: how the bench knows, and no code. */
export const MARKER = { side: 16, first: 120, step: 8 } as const;

/** @param at frames after the code appeared */
export const frameOfCode = (code: number, at: number): number => code * SHOWING_FRAMES + EMPTY_FRAMES + at;

/** The picture of one frame, row by row. */
export function clipFrame(kind: ClipKind, number: number): Uint8Array {
  const { width, height } = FRAME;
  const within = number % SHOWING_FRAMES;
  const luma = new Uint8Array(width * height).fill(COUNTER);
  const code = Math.floor(number / SHOWING_FRAMES) % CODES_A_CLIP;
  const shown = within >= EMPTY_FRAMES;
  if (shown) {
    drawCode(luma, kind, codeText(kind, code), within - EMPTY_FRAMES);
    EFFECTS[kind]?.(luma, within - EMPTY_FRAMES);
  }
  const mark = shown ? MARKER.first + (within - EMPTY_FRAMES) * MARKER.step : 0;
  for (let row = 0; row < MARKER.side; row += 1) luma.fill(mark, row * width, row * width + MARKER.side);
  return luma;
}

const codeText = (kind: ClipKind, code: number): string => `https://example.kz/${kind}/${code}/of-the-length-an-access-has-0123456789`;

function drawCode(luma: Uint8Array, kind: ClipKind, text: string, at: number): void {
  const modules = encodeQR(text, 'raw', { border: QUIET, ecc: 'medium' });
  const scale = kind === 'small' ? 3 : 9;
  const [ink, screen] = kind === 'dim' ? [58, 92] : [24, 232];
  const side = scale * modules.length;
  const [dx, dy] = kind === 'shake' ? [Math.round(14 * Math.sin(at * 1.9)), Math.round(10 * Math.cos(at * 2.3))] : [0, 0];
  const left = ((FRAME.width - side) >> 1) + dx;
  const top = ((FRAME.height - side) >> 1) + dy;
  // A moving phone is smeared along its way: four places a frame, averaged.
  const smear = kind === 'shake' ? 4 : 1;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let light = 0;
      for (let step = 0; step < smear; step += 1) {
        light += modules[Math.floor(y / scale)]![Math.floor(Math.max(0, x - step * 2) / scale)] ? ink : screen;
      }
      luma[(top + y) * FRAME.width + left + x] = light / smear;
    }
  }
}

type Effect = (luma: Uint8Array, at: number) => void;

const EFFECTS: Partial<Record<ClipKind, Effect>> = {
  glare: (luma, at) => paint(luma, (x, y, light) => light + 235 * Math.exp(-(((x - 700 - at * 2) / 70) ** 2 + ((y - 300) / 45) ** 2))),
  dim: (luma) => paint(luma, (x, y, light) => light + noise(x, y, 7)),
  moire: (luma, at) => paint(luma, (x, y, light) => light * (1 + 0.28 * Math.sin((x * 0.93 + y * 0.31 + at) * 0.9))),
  cover: (luma) => paint(luma, (x, y, light) => ((x - 830) ** 2 + (y - 560) ** 2 < 75 ** 2 ? 120 : light)),
  // A finger that hides more than a decoder alone can correct, of every frame other modules.
  sliding: (luma, at) => paint(luma, (x, y, light) => ((x - 640 - 128 * Math.sin(at * 0.7)) ** 2 + (y - 360 - 116 * Math.cos(at * 0.9)) ** 2 < 90 ** 2 ? 120 : light)),
};

function paint(luma: Uint8Array, light: (x: number, y: number, before: number) => number): void {
  for (let y = 0; y < FRAME.height; y += 1) {
    for (let x = 0; x < FRAME.width; x += 1) {
      const at = y * FRAME.width + x;
      luma[at] = Math.min(255, Math.max(0, light(x, y, luma[at]!)));
    }
  }
}

/** The same on every run; between minus and plus `reach`. */
const noise = (x: number, y: number, reach: number): number => ((((x * 73_856_093) ^ (y * 19_349_663)) >>> 8) % (2 * reach + 1)) - reach;

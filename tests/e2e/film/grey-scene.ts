/** Draws what a camera at the counter would see: a phone's screen with a code on it, as a grey picture. */
import { encodeQR } from 'qr';

export interface GreyScene {
  width: number;
  height: number;
  luma: Uint8Array;
}

export interface SceneOptions {
  width?: number;
  height?: number;
  /** Brightness of the phone's screen and of the modules on it. */
  screen?: number;
  ink?: number;
}

const COUNTER = 96;
const SCREEN = 232;
const INK = 24;
/** ISO/IEC 18004 asks for a quiet margin of four modules. */
const QUIET = 4;

/** An empty counter for no text, several phones beside each other for several. */
export function filmScene(texts: readonly string[], { width = 640, height = 480, screen = SCREEN, ink = INK }: SceneOptions = {}): GreyScene {
  const luma = new Uint8Array(width * height).fill(COUNTER);
  const slot = Math.floor(width / Math.max(1, texts.length));
  texts.forEach((text, index) => {
    const modules = encodeQR(text, 'raw', { border: QUIET });
    const scale = Math.floor((Math.min(slot, height) * 0.9) / modules.length);
    const side = scale * modules.length;
    const left = index * slot + Math.floor((slot - side) / 2);
    const top = Math.floor((height - side) / 2);
    for (let y = 0; y < side; y += 1) {
      const row = modules[Math.floor(y / scale)]!;
      for (let x = 0; x < side; x += 1) luma[(top + y) * width + left + x] = row[Math.floor(x / scale)] ? ink : screen;
    }
  });
  return { width, height, luma };
}

/** Something striped over the middle of the picture: the marks of a code stay in sight, and too much of it is another's. */
export function withStripes({ width, height, luma }: GreyScene): GreyScene {
  const reach = Math.round(Math.min(width, height) * 0.24);
  const [x, y] = [width >> 1, height >> 1];
  const covered = luma.map((light, index) => {
    const column = index % width;
    const row = Math.floor(index / width);
    if (Math.abs(column - x) > reach || Math.abs(row - y) > reach) return light;
    return (column >> 4) % 2 === 0 ? INK : SCREEN;
  });
  return { width, height, luma: covered };
}

/** A picture as a worse camera would give it: smaller, out of focus, noisier, darker. */
import { createSeededRandom } from '../../../electron/stand/population/seeded-random.ts';
import type { RgbaPicture } from '../../../shared/util/measure-picture.ts';

export interface Worse {
  /** Standard deviation of a Gaussian, in points. */
  blur?: number;
  /** Largest deviation of a value, triangular. */
  noise?: number;
  /** The picture is taken at this share of its size. */
  scale?: number;
  light?: number;
}

export function worsened(picture: RgbaPicture, { blur = 0, noise = 0, scale = 1, light = 1 }: Worse): RgbaPicture {
  const random = createSeededRandom(11);
  const small = scale === 1 ? picture : scaled(picture, scale);
  const { width, height } = small;
  const values = blur === 0 ? Float32Array.from(small.data) : blurredBy(Float32Array.from(small.data), width, height, blur);
  const data = new Uint8ClampedArray(values.length);
  for (let at = 0; at < values.length; at += 1) data[at] = values[at]! * light + (noise === 0 ? 0 : (random.unit() + random.unit() - 1) * noise);
  return { width, height, data };
}

function scaled({ width, height, data }: RgbaPicture, share: number): RgbaPicture {
  const [across, down] = [Math.round(width * share), Math.round(height * share)];
  const out = new Uint8ClampedArray(across * down * 4);
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) out[(y * across + x) * 4 + channel] = data[(Math.floor(y / share) * width + Math.floor(x / share)) * 4 + channel]!;
    }
  }
  return { width: across, height: down, data: out };
}

/** Separable. */
function blurredBy(values: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.ceil(sigma * 2.5);
  const weights = Array.from({ length: 2 * radius + 1 }, (_, index) => Math.exp(-((index - radius) ** 2) / (2 * sigma * sigma)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const pass = (from: Float32Array, step: number, count: number, place: (at: number) => number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const here = place(at);
      let total = 0;
      for (const [index, weight] of weights.entries()) total += weight * from[at + (Math.min(count - 1, Math.max(0, here + index - radius)) - here) * step]!;
      to[at] = total / sum;
    }
    return to;
  };
  const across = pass(values, 4, width, (at) => (at >> 2) % width);
  return pass(across, width * 4, height, (at) => Math.floor((at >> 2) / width));
}

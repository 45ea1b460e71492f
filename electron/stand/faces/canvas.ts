/** A picture in RGB onto which flat shapes are painted one over another. */
import type { Shape } from './shape.ts';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Canvas {
  width: number;
  height: number;
  /** Row by row, three bytes a pixel. */
  pixels: Uint8Array;
}

export function createCanvas(width: number, height: number, background: Colour): Canvas {
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = background[i % 3]!;
  return { width, height, pixels };
}

/** @param opacity 0–1. Shapes are given in units of `scale` pixels. */
export function paint(canvas: Canvas, shape: Shape, colour: Colour, scale: number, opacity = 1): void {
  const { width, height, pixels } = canvas;
  const left = Math.max(0, Math.floor(shape.left * scale) - 1);
  const right = Math.min(width - 1, Math.ceil(shape.right * scale) + 1);
  const top = Math.max(0, Math.floor(shape.top * scale) - 1);
  const bottom = Math.min(height - 1, Math.ceil(shape.bottom * scale) + 1);
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const distance = shape.distance((x + 0.5) / scale, (y + 0.5) / scale) * scale;
      if (distance >= 0.5) continue;
      // A pixel whose centre is within half a pixel of the rim is covered in part.
      const cover = opacity * Math.min(1, 0.5 - distance);
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const under = pixels[at + channel]!;
        pixels[at + channel] = Math.round(under + (colour[channel]! - under) * cover);
      }
    }
  }
}

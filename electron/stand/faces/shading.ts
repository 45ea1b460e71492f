/** The light on a drawn face: without it a face detector sees a sign instead of a head. Flat steps, so that a drawing stays a drawing. */
import type { Colour } from './canvas.ts';
import type { HeadBox } from './head-box.ts';
import type { Looks } from './looks.ts';
import { below, ellipse, type Shape } from './shape.ts';

type Fill = (shape: Shape, colour: Colour, opacity?: number) => void;

/** What lies on the skin, under eyes and mouth. */
export function paintShading(fill: Fill, looks: Looks, head: HeadBox, eyes: { x: number; y: number }): void {
  const { cx, cy, rx, ry } = head;
  const shade = times(looks.skin, 0.62);
  const light = times(looks.skin, 1.12);
  // The sides of the head turn away from the light.
  for (let step = 1; step <= 5; step += 1) {
    for (const side of [-1, 1]) fill(within(head, ellipse(cx + side * (rx + 22 - step * 5), cy + 8, 26 + step * 2, ry * 0.9)), shade, 0.06);
  }
  fill(within(head, below(ellipse(cx, cy + ry + 4, rx * 0.8, 26), cy + ry * 0.78)), shade, 0.16);
  for (const side of [-1, 1]) {
    for (let step = 0; step < 4; step += 1) fill(ellipse(cx + side * eyes.x, eyes.y - 4, 26 - step * 3, 19 - step * 3), shade, 0.08);
    for (let step = 0; step < 3; step += 1) fill(ellipse(cx + side * rx * 0.46, cy + ry * 0.3, 19 - step * 4, 15 - step * 4), light, 0.12);
  }
  for (let step = 0; step < 3; step += 1) fill(ellipse(cx, cy - ry * 0.55, rx * 0.55 - step * 8, 22 - step * 5), light, 0.12);
}

/** Bridge, tip, wings and nostrils, down to `tipY`. */
export function paintNose(fill: Fill, looks: Looks, { cx }: HeadBox, eyeY: number, tipY: number): void {
  const shade = times(looks.skin, 0.6);
  const middle = (eyeY + tipY) / 2;
  const half = (tipY - eyeY) / 2;
  const wide = 1 + looks.noseWidth * 0.25;
  for (let step = 0; step < 3; step += 1) {
    for (const side of [-1, 1]) fill(ellipse(cx + side * (8 - step), middle, 5 - step, half), shade, 0.1);
    fill(ellipse(cx, tipY + 5, (15 - step * 3) * wide, 6 - step), shade, 0.16);
  }
  fill(ellipse(cx, middle, 3.5, half), times(looks.skin, 1.12), 0.35);
  fill(ellipse(cx, tipY - 3, 8 * wide, 7), times(looks.skin, 1.1), 0.4);
  for (const side of [-1, 1]) {
    fill(ellipse(cx + side * 12 * wide, tipY - 1, 6 * wide, 6), times(looks.skin, 0.86), 0.7);
    fill(ellipse(cx + side * 6.5 * wide, tipY + 3, 4 * wide, 2.2), times(looks.skin, 0.34), 0.85);
  }
}

/** The part of a shape that is on the head. */
const within = ({ cx, cy, rx, ry }: HeadBox, shape: Shape): Shape => {
  const head = ellipse(cx, cy, rx, ry);
  return { ...shape, distance: (x, y) => Math.max(shape.distance(x, y), head.distance(x, y)) };
};

const times = (colour: Colour, factor: number): Colour => [Math.min(255, colour[0] * factor), Math.min(255, colour[1] * factor), Math.min(255, colour[2] * factor)];

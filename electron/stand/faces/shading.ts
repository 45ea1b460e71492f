/** The light on a drawn face: without it a face detector sees a sign instead of a head. Flat steps, so that a drawing stays a drawing. */
import type { Colour } from './canvas.ts';
import { type HeadBox, headShape } from './head-box.ts';
import type { Looks } from './looks.ts';
import { below, ellipse, type Shape, stroke, turned, within } from './shape.ts';

type Fill = (shape: Shape, colour: Colour, opacity?: number) => void;

export interface FacePlaces {
  /** Of an eye from the middle of the head. */
  eyeX: number;
  eyeY: number;
  mouthY: number;
}

/** What lies on the skin, under eyes and mouth. */
export function paintShading(fill: Fill, looks: Looks, head: HeadBox, places: FacePlaces): void {
  const { cx, cy, rx, ry } = head;
  const shade = times(looks.skin, 0.62);
  const onHead = (shape: Shape): Shape => within(shape, headShape(head));
  // The sides of the head turn away from the light.
  for (let step = 1; step <= 5; step += 1) {
    for (const side of [-1, 1]) fill(onHead(ellipse(cx + side * (rx + 22 - step * 5), cy + 8, 26 + step * 2, ry * 0.9)), shade, 0.09);
  }
  fill(onHead(below(ellipse(cx, cy + ry + 4, rx * 0.8, 26), cy + ry * 0.78)), shade, 0.16);
  for (const side of [-1, 1]) paintHollows(fill, looks, head, places, side);
  for (let step = 0; step < 3; step += 1) fill(ellipse(cx, cy - ry * 0.55, rx * 0.55 - step * 8, 22 - step * 5), times(looks.skin, 1.12), 0.12);
}

/** Around the eye, on and under the cheekbone, and the fold from the wing of the nose to the corner of the mouth; each in soft steps. */
function paintHollows(fill: Fill, looks: Looks, head: HeadBox, { eyeX, eyeY, mouthY }: FacePlaces, side: number): void {
  const { cx, rx } = head;
  const shade = times(looks.skin, 0.62);
  const hollowX = cx + side * rx * 0.68;
  for (let step = 0; step < 5; step += 1) fill(ellipse(cx + side * (eyeX - 2), eyeY - 3, 29 - step * 3, 23 - step * 3), shade, deep(0.1, looks.sockets * 0.8));
  for (let step = 0; step < 3; step += 1) fill(ellipse(cx + side * rx * 0.5, (eyeY + mouthY) / 2 - 4, 19 - step * 4, 14 - step * 4), times(looks.skin, 1.12), 0.14);
  for (let step = 0; step < 4; step += 1) {
    const hollow = turned(ellipse(hollowX, mouthY - 8, 15 - step * 3, 30 - step * 4), hollowX, mouthY - 8, side * 0.35);
    fill(within(hollow, headShape(head)), shade, deep(0.07, looks.cheekbones));
  }
  for (let step = 0; step < 3; step += 1) fill(stroke(cx + side * 17, mouthY - 26, cx + side * 31, mouthY - 2, 8 - step * 2.5), shade, deep(0.08, looks.folds));
}

/** @param feature −1 and below: not to be seen */
const deep = (opacity: number, feature: number): number => opacity * Math.max(0, 1 + feature);

/** Bridge, tip, wings and nostrils, down to `tipY`. */
export function paintNose(fill: Fill, looks: Looks, { cx }: HeadBox, eyeY: number, tipY: number): void {
  const shade = times(looks.skin, 0.6);
  const middle = (eyeY + tipY) / 2;
  const half = (tipY - eyeY) / 2;
  const wide = 1 + looks.noseWidth * 0.45;
  for (let step = 0; step < 3; step += 1) {
    for (const side of [-1, 1]) fill(ellipse(cx + side * (8 - step), middle, 5 - step, half), shade, deep(0.13, looks.bridge * 0.8));
    fill(ellipse(cx, tipY + 5, (15 - step * 3) * wide, 6 - step), shade, 0.16);
  }
  fill(ellipse(cx, middle, 3.5, half), times(looks.skin, 1.12), 0.35);
  fill(ellipse(cx, tipY - 3, 8 * wide, 7), times(looks.skin, 1.1), 0.4);
  for (const side of [-1, 1]) {
    fill(ellipse(cx + side * 12 * wide, tipY - 1, 6 * wide, 6), times(looks.skin, 0.86), 0.7);
    fill(ellipse(cx + side * 6.5 * wide, tipY + 3, 4 * wide, 2.2), times(looks.skin, 0.34), 0.85);
  }
}

const times = (colour: Colour, factor: number): Colour => [Math.min(255, colour[0] * factor), Math.min(255, colour[1] * factor), Math.min(255, colour[2] * factor)];

/** Paints one cartoon face; every measure is in a picture of 320 × 400 units. */
import { paint, type Canvas, type Colour } from './canvas.ts';
import { headBox, type HeadBox, headShape } from './head-box.ts';
import { hairBehind, hairInFront } from './hair.ts';
import type { Looks } from './looks.ts';
import { paintNose, paintShading } from './shading.ts';
import { above, below, ellipse, outline, roundedBox, stroke, turned, union, within, without, type Shape } from './shape.ts';

const INK: Colour = [52, 40, 40];
const WHITE: Colour = [255, 255, 255];
const GOLD: Colour = [236, 190, 66];
const BLUSH: Colour = [235, 140, 130];

export function paintPortrait(canvas: Canvas, looks: Looks, scale: number): void {
  const head = headBox(looks);
  const fill = (shape: Shape, colour: Colour, opacity = 1) => paint(canvas, shape, colour, scale, opacity);
  const shade = darker(looks.skin, 0.86);

  for (const part of hairBehind(looks, head)) fill(part.shape, part.colour);
  const shoulders = head.cy + head.ry + 18;
  fill(roundedBox(160, shoulders + 100, looks.age === 'child' ? 100 : 128, 100, 70), looks.cloth);
  fill(roundedBox(160, head.cy + head.ry, 30, 40, 28), shade);
  fill(ellipse(head.cx - head.rx, head.cy + 8, 13, 20), shade);
  fill(ellipse(head.cx + head.rx, head.cy + 8, 13, 20), shade);
  if (looks.earrings) for (const side of [-1, 1]) fill(ellipse(head.cx + side * (head.rx + 4), head.cy + 34, 6, 8), GOLD);
  fill(headShape(head), looks.skin);
  paintShading(fill, looks, head, { eyeX: eyeOffset(looks, head), eyeY: eyeLine(looks, head), mouthY: mouthLine(looks, head) });
  if (looks.beard) fill(beard(head), looks.hair);
  paintFeatures(fill, looks, head);
  for (const part of hairInFront(looks, head)) fill(part.shape, part.colour);
  if (looks.glasses) paintGlasses(fill, looks, head);
}

type Fill = (shape: Shape, colour: Colour, opacity?: number) => void;

function paintFeatures(fill: Fill, looks: Looks, head: HeadBox): void {
  for (const side of [-1, 1]) {
    paintEye(fill, looks, head, side);
    paintCheek(fill, looks, head, side);
  }
  const shade = darker(looks.skin, 0.78);
  if (looks.age === 'elderly') {
    for (const y of [head.cy - 64, head.cy - 54]) fill(stroke(head.cx - 26, y, head.cx + 26, y, 2), shade, 0.7);
  }
  const eyeY = eyeLine(looks, head);
  paintNose(fill, looks, head, eyeY, eyeY + (mouthLine(looks, head) - eyeY) * (0.54 + looks.noseLength * 0.13));
  paintMouth(fill, looks, head);
}

/** @param side −1 for the left half of the picture, 1 for the right. */
function paintEye(fill: Fill, looks: Looks, head: HeadBox, side: number): void {
  const child = looks.age === 'child';
  const x = head.cx + side * eyeOffset(looks, head);
  const y = eyeLine(looks, head);
  const rx = 13.5 + looks.eyeSize * 4 + (child ? 2 : 0);
  const ry = 7.5 + looks.eyeOpening * 3 + (child ? 3 : 0);
  const slanted = (shape: Shape): Shape => turned(shape, x, y, -side * looks.eyeSlant * 0.22);
  fill(slanted(ellipse(x, y, rx, ry)), WHITE);
  fill(within(ellipse(x, y, 6.5 + looks.eyeSize, 6.5 + looks.eyeSize), slanted(ellipse(x, y, rx, ry))), looks.eyes);
  fill(ellipse(x + 2, y - 2, 2, 2), WHITE);
  fill(slanted(above(outline(ellipse(x, y, rx, ry), 3), y)), INK);
  if (looks.lashes) fill(stroke(x + side * (rx - 1), y - 3, x + side * (rx + 6), y - 8, 3), INK);
  if (looks.age === 'elderly') fill(below(outline(ellipse(x, y + 6, rx + 2, 11), 2), y + 9), darker(looks.skin, 0.78));
  // Outer ends hang more readily than they rise: a slanting brow makes a stern face.
  const tilt = side * (looks.browTilt + 0.4) * 4;
  const browY = y - 23 - looks.browHeight * 6;
  const brow = darker(looks.hair, looks.age === 'elderly' ? 0.6 : 0.8);
  fill(stroke(x - 15, browY - tilt, x + 15, browY + tilt, (child || looks.lashes ? 4 : 6.5) * (1 + looks.browWeight * 0.5)), brow);
}

function paintCheek(fill: Fill, looks: Looks, { cx, cy }: HeadBox, side: number): void {
  const shade = darker(looks.skin, 0.78);
  if (looks.age === 'elderly') fill(stroke(cx + side * 27, cy + 34, cx + side * 36, cy + 56, 2.5), shade);
  if (looks.age === 'child') fill(ellipse(cx + side * 42, cy + 32, 13, 9), BLUSH, 0.35);
  if (looks.freckles) for (const [dx, dy] of FRECKLES) fill(ellipse(cx + side * (30 + dx), cy + 26 + dy, 2, 2), shade);
}

const FRECKLES = [
  [0, 0],
  [7, 4],
  [13, -1],
  [5, 9],
] as const;

function paintMouth(fill: Fill, looks: Looks, head: HeadBox): void {
  const y = mouthLine(looks, head);
  const half = 22 + looks.mouthWidth * 8 - (looks.age === 'child' ? 4 : 0);
  const curve = (5 + looks.smile * 4.5) * (half / 22);
  const full = 0.85 + looks.lipFullness * 0.5;
  if (looks.moustache) {
    const halves = [-1, 1].map((side) => stroke(head.cx, y - 14, head.cx + side * 24, y - 8, 10));
    fill(union(...halves), looks.hair);
  }
  // A smile is the lower rim of an ellipse; the flatter the ellipse, the more serious the face.
  const corners = y - curve * 0.6;
  fill(below(outline(ellipse(head.cx, corners + 2, half * 0.92, curve + 5), 8 * full), corners), looks.lips);
  fill(below(outline(ellipse(head.cx, corners - 3, half, curve + 2), 6 * full), corners - 3), darker(looks.lips, 0.86));
  fill(below(outline(ellipse(head.cx, corners, half, curve + 2), 2), corners), darker(looks.lips, 0.5));
}

/** The lower part of the face, without the mouth. */
function beard(head: HeadBox): Shape {
  const jaw = below(ellipse(head.cx, head.cy + 4, head.rx + 2, head.ry + 4), head.cy + 24);
  return without(jaw, ellipse(head.cx, head.cy + 22, head.rx * 0.66, head.ry * 0.48));
}

function paintGlasses(fill: Fill, looks: Looks, head: HeadBox): void {
  const y = eyeLine(looks, head) + 2;
  const x = eyeOffset(looks, head);
  for (const side of [-1, 1]) {
    const lens = roundedBox(head.cx + side * x, y, 25, 19, 10);
    fill(lens, WHITE, 0.18);
    fill(outline(lens, 4), INK);
    fill(stroke(head.cx + side * (x + 25), y - 4, head.cx + side * (head.rx + 4), y - 6, 4), INK);
  }
  fill(stroke(head.cx - x + 25, y - 3, head.cx + x - 25, y - 3, 4), INK);
}

function eyeLine(looks: Looks, head: HeadBox): number {
  return head.cy - 8 + looks.eyeHeight * 11;
}

function eyeOffset(looks: Looks, head: HeadBox): number {
  return head.rx * 0.44 + looks.eyeDistance * 6;
}

function mouthLine(looks: Looks, head: HeadBox): number {
  return head.cy + head.ry * (0.52 + looks.mouthHeight * 0.09);
}

function darker(colour: Colour, factor: number): Colour {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}

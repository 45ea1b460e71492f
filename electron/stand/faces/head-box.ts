/** Where the face is, how large and of which outline, for those who draw on and around it. */
import type { Looks } from './looks.ts';
import { ellipse, type Shape } from './shape.ts';

/** An ellipse in the 320 × 400 units of the portrait. */
export interface HeadBox {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
  /** Of the lower half: 2 an ellipse, less pointed, more square. */
  jaw: number;
}

/** A child's face sits lower, rounder and smaller. */
export function headBox({ age, faceWidth, faceLength, jaw }: Looks): HeadBox {
  const outline = { cx: 160, jaw: 2.1 + jaw * 0.5 };
  if (age === 'child') return { ...outline, cy: 190, rx: 72 + faceWidth * 10, ry: 77 + faceLength * 10 };
  return { ...outline, cy: 176, rx: 74 + faceWidth * 14, ry: 96 + faceLength * 14 };
}

/** An ellipse above, a superellipse below. */
export function headShape({ cx, cy, rx, ry, jaw }: HeadBox): Shape {
  const round = ellipse(cx, cy, rx, ry);
  return {
    ...round,
    distance(x, y) {
      if (y <= cy) return round.distance(x, y);
      const [u, v] = [Math.abs(x - cx) / rx, (y - cy) / ry];
      return ((u ** jaw + v ** jaw) ** (1 / jaw) - 1) * Math.min(rx, ry);
    },
  };
}

/** Where the face is and how large, for those who draw on and around it. */
import type { Looks } from './looks.ts';

/** An ellipse in the 320 × 400 units of the portrait. */
export interface HeadBox {
  cx: number;
  cy: number;
  rx: number;
  ry: number;
}

/** A child's face sits lower, rounder and smaller. */
export function headBox({ age, faceWidth, faceLength }: Looks): HeadBox {
  if (age === 'child') return { cx: 160, cy: 190, rx: 72 + faceWidth * 8, ry: 77 + faceLength * 8 };
  return { cx: 160, cy: 176, rx: 74 + faceWidth * 9, ry: 96 + faceLength * 9 };
}

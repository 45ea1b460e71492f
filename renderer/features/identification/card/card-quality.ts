/** Is the straightened card good enough to be read, and which side is it? */
import { type GreyPatch, measureLight, sharpnessOf } from '../../../../shared/util/measure-picture.ts';
import { findRows } from '../mrz/find-rows.ts';
import { inkMap } from '../mrz/ink-map.ts';
import type { CardAdvice, CardQuality, CardSide, Quad } from './card-shot.ts';
import { BACK_FIELDS, FRONT_FIELDS, type Place, PORTRAIT, ZONE } from './card-layout.ts';

/** Measured on specimens at rising blur, glare and distance: below these the zone is read wrongly more often than rightly. */
const LIMITS = {
  widthMin: 0.45,
  lightMin: 60,
  lightMax: 238,
  sharpnessMin: 25,
  sharpnessGood: 90,
  /** Of the places that are read or compared; glare beside them harms nobody. */
  glareMax: 0.03,
  glareGood: 0.005,
  /** Standard deviation of brightness where the front has its portrait. */
  portraitContrastMin: 22,
} as const;
const BURNT = 250;

export function measureCard(card: GreyPatch, side: CardSide, quad: Quad, pictureWidth: number): CardQuality {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
  const places = side === 'front' ? [PORTRAIT, ...Object.values(FRONT_FIELDS)] : [ZONE, ...Object.values(BACK_FIELDS)];
  return {
    sharpness: sharpnessOf(card),
    light: measureLight(card),
    glare: burntShare(card, places),
    width: (Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x3, y2 - y3)) / 2 / pictureWidth,
  };
}

function burntShare({ width, grey }: GreyPatch, places: readonly Place[]): number {
  let [burnt, count] = [0, 0];
  for (const { left, top, width: across, height } of places) {
    for (let y = top; y < top + height; y += 1) {
      for (let x = left; x < left + across; x += 1) {
        if (grey[y * width + x]! > BURNT) burnt += 1;
        count += 1;
      }
    }
  }
  return burnt / count;
}

/** The back has three rows of print over its whole width, the front has a portrait. */
export function sideOf(card: GreyPatch): CardSide | null {
  if (findRows(inkMap(card)) !== null) return 'back';
  return contrastIn(card, PORTRAIT) >= LIMITS.portraitContrastMin ? 'front' : null;
}

/** Null where the card may be photographed. */
export function judgeCard(quality: CardQuality, found: CardSide | null, wanted: CardSide): CardAdvice | null {
  if (quality.width < LIMITS.widthMin) return 'closer';
  if (quality.light < LIMITS.lightMin) return 'too-dark';
  if (quality.light > LIMITS.lightMax) return 'too-bright';
  if (quality.sharpness < LIMITS.sharpnessMin) return 'not-sharp';
  if (found !== null && found !== wanted) return 'other-side';
  if (quality.glare > LIMITS.glareMax) return 'glare';
  return found === null ? 'not-sharp' : null;
}

export function warningsOf({ sharpness, glare }: CardQuality): CardAdvice[] {
  return [...(sharpness < LIMITS.sharpnessGood ? (['not-sharp'] as const) : []), ...(glare > LIMITS.glareGood ? (['glare'] as const) : [])];
}

function contrastIn({ width, grey }: GreyPatch, place: Place): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let y = place.top; y < place.top + place.height; y += 2) {
    for (let x = place.left; x < place.left + place.width; x += 2) {
      const value = grey[y * width + x]!;
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

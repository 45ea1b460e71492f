/** The gate before a card is photographed: one thing at a time, at its limit and not before; glare counts only where something is read. */
import { describe, expect, it } from 'vitest';
import { ZONE } from '../../../../renderer/features/identification/card/card-layout.ts';
import { judgeCard, measureCard, sideOf, warningsOf } from '../../../../renderer/features/identification/card/card-quality.ts';
import type { CardAdvice, CardQuality, Quad } from '../../../../renderer/features/identification/card/card-shot.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../../../../renderer/features/identification/card/straighten.ts';

const GOOD: CardQuality = { sharpness: 120, light: 140, glare: 0, width: 0.6 };
const QUAD: Quad = [[100, 50], [868, 50], [868, 534], [100, 534]]; // prettier-ignore
const BURNT = 255;

/** A straightened card of one tone, burnt out in one place. */
function cardWith(burnt: { left: number; top: number; width: number; height: number } | null) {
  const grey = new Float32Array(CARD_WIDTH * CARD_HEIGHT).fill(140);
  if (burnt !== null) for (let y = burnt.top; y < burnt.top + burnt.height; y += 1) grey.fill(BURNT, y * CARD_WIDTH + burnt.left, y * CARD_WIDTH + burnt.left + burnt.width);
  return { width: CARD_WIDTH, height: CARD_HEIGHT, grey };
}

describe('a card', () => {
  it('with nothing wrong is photographed', () => expect(judgeCard(GOOD, 'back', 'back')).toBeNull());

  it.each<[CardAdvice, Partial<CardQuality>, Partial<CardQuality>]>([
    ['closer', { width: 0.44 }, { width: 0.45 }],
    ['too-dark', { light: 59 }, { light: 60 }],
    ['too-bright', { light: 239 }, { light: 238 }],
    ['not-sharp', { sharpness: 24 }, { sharpness: 25 }],
    ['glare', { glare: 0.031 }, { glare: 0.03 }],
  ])('beyond a limit is advised: %s', (advice, wrong, right) => {
    expect(judgeCard({ ...GOOD, ...wrong }, 'back', 'back')).toBe(advice);
    expect(judgeCard({ ...GOOD, ...right }, 'back', 'back')).toBeNull();
  });

  it('from its other side is turned over, and one whose side nobody can tell is held closer to sharp', () => {
    expect(judgeCard(GOOD, 'front', 'back')).toBe('other-side');
    expect(judgeCard(GOOD, null, 'back')).toBe('not-sharp');
    expect(sideOf(cardWith(null))).toBeNull();
  });

  it('is told the nearest thing first: light before glare', () => expect(judgeCard({ ...GOOD, light: 30, glare: 0.5 }, 'back', 'back')).toBe('too-dark'));

  it('that may be used says what is weak about it', () => {
    expect(warningsOf(GOOD)).toEqual([]);
    expect(warningsOf({ ...GOOD, sharpness: 60, glare: 0.01 })).toEqual(['not-sharp', 'glare']);
  });
});

describe('what is measured of it', () => {
  it('is its width in the picture, and the glare in the places that are read', () => {
    const spot = { left: ZONE.left + 20, top: ZONE.top + 20, width: 200, height: 60 };
    const measured = measureCard(cardWith(spot), 'back', QUAD, 1280);
    expect(measured.width).toBeCloseTo(0.6, 5);
    expect(measured.glare).toBeGreaterThan(0.03);
    // Between the edge of the card and its rows nothing is read.
    expect(measureCard(cardWith({ left: 0, top: 0, width: CARD_WIDTH, height: 8 }), 'back', QUAD, 1280).glare).toBe(0);
  });
});

/** A card is photographed by itself only when it lay still with nothing wrong for five frames. */
import { describe, expect, it } from 'vitest';
import { createCardGate } from '../../../../renderer/features/identification/card/card-gate.ts';
import type { CardAdvice, Quad } from '../../../../renderer/features/identification/card/card-shot.ts';
import { guideQuad } from '../../../../renderer/features/identification/card/guide-quad.ts';

const at = (x: number): Quad => [[x, 50], [x + 900, 50], [x + 900, 617], [x, 617]]; // prettier-ignore
const see = (gate: ReturnType<typeof createCardGate>, quad: Quad | null, advice: CardAdvice | null = null) => gate.see({ quad, advice, pictureWidth: 1280 });

describe('the card gate', () => {
  it('lets a still card be taken after five frames', () => {
    const gate = createCardGate();
    const held = [0, 1, 2, 3, 4].map((shake) => see(gate, at(100 + shake)).held);
    expect(held).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('begins anew when the card moves, and says so', () => {
    const gate = createCardGate();
    for (let frame = 0; frame < 4; frame += 1) see(gate, at(100));
    expect(see(gate, at(130))).toMatchObject({ advice: 'hold-still', held: 0 });
    expect(see(gate, at(131))).toMatchObject({ advice: null, held: 0.2 });
  });

  it('begins anew when something is wrong or the card is gone', () => {
    const gate = createCardGate();
    for (let frame = 0; frame < 4; frame += 1) see(gate, at(100));
    expect(see(gate, at(100), 'glare')).toMatchObject({ advice: 'glare', held: 0 });
    expect(see(gate, null)).toEqual({ advice: 'no-card', quad: null, held: 0 });
  });
});

describe('the frame on the screen', () => {
  it('takes a picture that is the card alone whole', () => {
    expect(guideQuad(1028, 648)).toEqual([[0, 0], [1028, 0], [1028, 648], [0, 648]]); // prettier-ignore
  });
  it('is in the middle of another, with the proportions of a card', () => {
    const [[left, top], [right], [, bottom]] = guideQuad(1280, 720);
    expect([left, right]).toEqual([200, 1080]);
    expect((right - left) / (bottom - top)).toBeCloseTo(85.7 / 54, 2);
    expect(top).toBeGreaterThan(0);
  });
});

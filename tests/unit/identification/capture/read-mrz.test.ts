/** The reader of machine-readable zones, on zones drawn for the purpose: whatever the print looks like, it never claims a zone that does not hold. */
import { describe, expect, it } from 'vitest';
import { decodeMrz } from '../../../../renderer/features/identification/mrz/decode-mrz.ts';
import { ALPHABET } from '../../../../renderer/features/identification/mrz/glyphs.ts';
import { readMrz } from '../../../../renderer/features/identification/mrz/read-mrz.ts';
import { drawZone, USUAL, type Wear } from './drawn-zone.ts';

/** Invented; every check digit holds, the ИИН too. */
const ZONE = ['IDKAZ0549735355891110338071<<<', '8911104M3303012KAZ<<<<<<<<<<<4', 'TOLEUOV<<ALISHER<<<<<<<<<<<<<<'] as const;

describe('a drawn zone', () => {
  const WEARS: [string, Partial<Wear>][] = [
    ['plain', {}],
    ['tilted', { tilt: 14 }],
    ['small', { capital: 25, pitch: 29, spacing: 44 }],
    ['large and wide', { capital: 33, pitch: 31.4, spacing: 56 }],
    ['blurred', { blur: 4 }],
    ['noisy', { noise: 60 }],
    ['blurred, noisy and tilted', { blur: 3, noise: 40, tilt: -10 }],
  ];
  it.each(WEARS)('is read letter by letter: %s', (_, wear) => {
    expect(readMrz(drawZone(ZONE, { ...USUAL, ...wear }))).toMatchObject({ lines: ZONE, valid: true, repaired: 0 });
  });

  it('whose number is another than its check digit says is read as it is, and does not hold', () => {
    const altered = [ZONE[0].replace('054973535', '054973536'), ZONE[1], ZONE[2]];
    expect(readMrz(drawZone(altered))).toMatchObject({ lines: altered, valid: false });
  });

  it('is not found on a card without one', () => {
    expect(readMrz(drawZone([]))).toBeNull();
    expect(readMrz(drawZone(['', ZONE[1], '']))).toBeNull();
  });
});

describe('repair by the check digits', () => {
  /** Likenesses as a clear picture gives them, but for the places named: there the wrong digit is a little more alike. */
  const cells = (mistaken: Readonly<Record<number, string>>) =>
    [...ZONE.join('')].map((letter, index) => {
      const scores = new Float32Array(ALPHABET.length).fill(0.2);
      scores[ALPHABET.indexOf(letter)] = 0.8;
      if (mistaken[index] !== undefined) scores[ALPHABET.indexOf(mistaken[index])] = 0.82;
      return scores;
    });

  it('leaves a zone alone that holds', () => expect(decodeMrz(cells({}))).toMatchObject({ valid: true, repaired: 0, weak: [] }));
  it('puts one digit right', () => expect(decodeMrz(cells({ 6: '6' }))).toEqual({ lines: [...ZONE], valid: true, repaired: 1, weak: [6] }));
  it('puts two digits right', () => expect(decodeMrz(cells({ 6: '6', 20: '7' }))).toMatchObject({ lines: [...ZONE], valid: true, repaired: 2 }));
  it('does not guess at three', () => expect(decodeMrz(cells({ 6: '6', 20: '7', 41: '8' }))).toMatchObject({ valid: false, repaired: 0 }));
  it('lets no letter stand where a digit must', () => expect(decodeMrz(cells({ 6: 'O', 7: 'S' })).lines[0]).toBe(ZONE[0]));
  it('cannot know a letter of the name, and says where it is weak', () => expect(decodeMrz(cells({ 61: 'Q' }))).toMatchObject({ valid: true, weak: [61] }));
});

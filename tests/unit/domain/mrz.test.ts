/** The check digits of ICAO 9303, on its own published specimens and on every damage of one character. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mrzCheckDigit, recogniseMrz } from '../../../shared/domain/scanning/mrz.ts';
import { CITIZEN_IIN } from '../../fakes/synthetic-citizen.ts';

/** Specimens of ICAO 9303 parts 4 and 5, appendix B and A: nobody's documents. */
const SPECIMENS = {
  TD1: ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  TD3: ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'],
} as const;

describe('recognised', () => {
  test.each(['TD1', 'TD3'] as const)('%s in lines, in one piece and in small letters', (format) => {
    const lines = SPECIMENS[format];
    expect(recogniseMrz(lines.join('\n'))).toBe(format);
    expect(recogniseMrz(lines.join('\r\n') + '\r\n')).toBe(format);
    expect(recogniseMrz(lines.join('').toLowerCase())).toBe(format);
  });

  test('the Kazakh card, with the ИИН in the optional data', () => {
    const upper = `IDKAZ001234567${mrzCheckDigit('001234567')}${CITIZEN_IIN}<<<`;
    const dates = `900517${mrzCheckDigit('900517')}M300309${mrzCheckDigit('300309')}KAZ<<<<<<<<<<<`;
    const composite = mrzCheckDigit(upper.slice(5) + dates.slice(0, 7) + dates.slice(8, 15) + dates.slice(18, 29));
    expect(recogniseMrz(upper + dates + composite + 'TEST<<PERSON'.padEnd(30, '<'))).toBe('TD1');
  });
});

describe('refused', () => {
  const numberDatesAndDigits = { TD1: [[5, 15], [30, 37], [38, 45], [59, 60]], TD3: [[44, 54], [57, 64], [65, 72], [87, 88]] } as const;

  test.each(['TD1', 'TD3'] as const)('%s with one wrong digit among the checked ones', (format) => {
    const zone = SPECIMENS[format].join('');
    const positions = numberDatesAndDigits[format].flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));
    fc.assert(
      fc.property(fc.constantFrom(...positions), fc.integer({ min: 1, max: 9 }), (at, add) => {
        const digit = zone[at]!;
        fc.pre(/\d/.test(digit));
        const damaged = zone.slice(0, at) + ((Number(digit) + add) % 10) + zone.slice(at + 1);
        expect(recogniseMrz(damaged)).toBeNull();
      }),
    );
  });

  test('any other text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => void expect(recogniseMrz(text)).toBeNull()));
  });
});

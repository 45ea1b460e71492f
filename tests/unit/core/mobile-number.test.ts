/** Phone numbers as people say them come out in one form, and what cannot be in БМГ does not come out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseMobileNumber } from '../../../shared/domain/person/mobile-number.ts';

describe('mobile numbers', () => {
  test.each(['+77010000001', '87010000001', '7010000001', '77010000001', '+7 (701) 000-00-01', '8 701 000 00 01', ' +7\u00A0701.000.00.01 '])(
    '%s',
    (typed) => expect(normaliseMobileNumber(typed)).toBe('+77010000001'),
  );

  test('in every usual spelling of any number', () => {
    const number = fc.stringMatching(/^7[03-9]\d{8}$/);
    const spelling = fc.constantFrom((n: string) => `+7${n}`, (n: string) => `8${n}`, (n: string) => n, (n: string) => `+7 (${n.slice(0, 3)}) ${n.slice(3, 6)}-${n.slice(6)}`);
    fc.assert(fc.property(number, spelling, (n, spell) => void expect(normaliseMobileNumber(spell(n))).toBe(`+7${n}`)));
  });
});

describe('refused', () => {
  test.each([
    ['a landline of Astana', '+7 7172 00 00 01'],
    ['a landline of Almaty', '8 727 200 00 01'],
    ['a Russian number', '+7 916 000 00 01'],
    ['8 after a plus', '+8 701 000 00 01'],
    ['a digit short', '701000000'],
    ['a digit long', '870100000012'],
    ['letters', '8701CALLME1'],
    ['another country', '+49 170 0000001'],
    ['nothing', ''],
  ])('%s', (_what, typed) => expect(normaliseMobileNumber(typed)).toBeNull());

  test('any text: the answer is null or E.164', () => {
    fc.assert(fc.property(fc.string(), (typed) => void expect(normaliseMobileNumber(typed) ?? '+77000000000').toMatch(/^\+77\d{9}$/)));
  });
});

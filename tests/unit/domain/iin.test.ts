/** The check digit, the birth date and what is no ИИН at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOfIin, iinCheckDigit, isIin } from '../../../shared/domain/person/iin.ts';

describe('check digit', () => {
  it.each([
    ['88041240100', '6'],
    ['90010130081', '1'],
  ])('of %s is %s', (eleven, digit) => expect(iinCheckDigit(eleven)).toBe(digit));

  it('does not exist where both passes give ten', () => {
    expect(iinCheckDigit('90010130080')).toBeNull();
    for (let digit = 0; digit <= 9; digit += 1) expect(isIin(`90010130080${digit}`)).toBe(false);
  });

  it('is the only twelfth digit accepted', () => {
    const birth = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 9999 }), (date, serial) => {
        const day = date.toISOString().slice(0, 10);
        const first = `${day.slice(2).replaceAll('-', '')}${day < '2000' ? 3 : 5}${String(serial).padStart(4, '0')}`;
        const accepted = Array.from({ length: 10 }, (_, digit) => `${first}${digit}`).filter(isIin);
        expect(accepted).toEqual(iinCheckDigit(first) === null ? [] : [`${first}${iinCheckDigit(first)}`]);
      }),
    );
  });
});

describe('birth date', () => {
  it.each([
    ['880412401006', '1988-04-12'],
    ['000229501004', '2000-02-29'],
    ['900720099002', null],
    ['990229300001', undefined],
    ['881312300001', undefined],
    ['880412901006', undefined],
  ])('of %s is %s', (iin, day) => expect(birthDateOfIin(iin)).toBe(day));
});

describe('form', () => {
  it.each(['880412401007', '88041240100', '8804124010066', '88041240100 6', '٨٨٠٤١٢٤٠١٠٠٦', ''])('%j is no ИИН', (text) =>
    expect(isIin(text)).toBe(false),
  );
  it('keeps leading zeros', () => expect(isIin('010203699003')).toBe(true));
  it('accepts a foreigner’s number', () => expect(isIin('900720099002')).toBe(true));
});

/** The typed code sends itself exactly when it is whole. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { codeEntryStep, strayDigit } from '../../../../renderer/screens/desk/code-entry.ts';

const IIN = '880215400128';
const wholeIin = (() => {
  for (let digit = 0; digit < 10; digit += 1) {
    const candidate = IIN.slice(0, 11) + String(digit);
    if (codeEntryStep({ code: '', iin: candidate, needsIin: true, by: 'iin' }) === 'to-code') return candidate;
  }
  throw new Error('no check digit fits');
})();

describe('without an ИИН', () => {
  test('the sixth digit sends, the fifth does not', () => {
    expect(codeEntryStep({ code: '01234', iin: '', needsIin: false, by: 'code' })).toBe('stay');
    expect(codeEntryStep({ code: '012345', iin: '', needsIin: false, by: 'code' })).toBe('send');
  });
  test('spaces and dashes do no harm', () => {
    expect(codeEntryStep({ code: ' 012-345', iin: '', needsIin: false, by: 'code' })).toBe('send');
  });
  test('letters and a seventh digit wait for the operator', () => {
    expect(codeEntryStep({ code: '01234a', iin: '', needsIin: false, by: 'code' })).toBe('stay');
    expect(codeEntryStep({ code: '0123456', iin: '', needsIin: false, by: 'code' })).toBe('stay');
  });
});

describe('with an ИИН', () => {
  test('a whole ИИН moves on to the code', () => {
    expect(codeEntryStep({ code: '', iin: wholeIin, needsIin: true, by: 'iin' })).toBe('to-code');
  });
  test('a whole code without an ИИН goes back for it', () => {
    expect(codeEntryStep({ code: '012345', iin: '', needsIin: true, by: 'code' })).toBe('to-iin');
  });
  test('both whole send, whichever came last', () => {
    expect(codeEntryStep({ code: '012345', iin: wholeIin, needsIin: true, by: 'code' })).toBe('send');
    expect(codeEntryStep({ code: '012345', iin: wholeIin, needsIin: true, by: 'iin' })).toBe('send');
  });
  test('a wrong check digit stays', () => {
    const wrong = wholeIin.slice(0, 11) + String((Number(wholeIin[11]) + 1) % 10);
    expect(codeEntryStep({ code: '', iin: wrong, needsIin: true, by: 'iin' })).toBe('stay');
  });
});

describe('a digit outside any field', () => {
  class FakeElement {
    readonly #inside: boolean;
    constructor(inside: boolean) {
      this.#inside = inside;
    }
    closest = () => (this.#inside ? this : null);
  }
  beforeAll(() => void vi.stubGlobal('Element', FakeElement));
  afterAll(() => void vi.unstubAllGlobals());
  const press = (key: string, target: unknown, more = {}) =>
    strayDigit({ key, ctrlKey: false, altKey: false, metaKey: false, defaultPrevented: false, target: target as EventTarget, ...more });

  test('belongs to the code', () => {
    expect(press('7', new FakeElement(false))).toBe('7');
  });
  test('inside a field stays there', () => {
    expect(press('7', new FakeElement(true))).toBeNull();
  });
  test('with Control, or taken by someone before, is not ours', () => {
    expect(press('7', new FakeElement(false), { ctrlKey: true })).toBeNull();
    expect(press('7', new FakeElement(false), { defaultPrevented: true })).toBeNull();
  });
  test('letters are not', () => {
    expect(press('a', new FakeElement(false))).toBeNull();
  });
});

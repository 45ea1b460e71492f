/** Six digits however they are typed or pasted; anything else is said to be malformed and never sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentedAccess, type PresentationRules } from '../../../electron/core/checking/presented-access.ts';
import { CITIZEN_IIN } from '../../fakes/synthetic-citizen.ts';

const rules = (shortCodeNeedsIin: boolean): PresentationRules => ({ qrPrefixes: ['egovdoc:'], documents: { shortCodeNeedsIin }, consentOf: () => undefined });
const byCode = (code: string, iin: string | null = null, needsIin = false) =>
  presentedAccess({ kind: 'short-code', code, iin }, rules(needsIin)).request;

describe('the code', () => {
  test('keeps its leading zero and loses spaces and dashes, wherever they stand', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-', '\u00A0', '–'), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), separators, (code, between) => {
        const typed = between.map((separator, i) => separator + (code[i] ?? '')).join('');
        expect(byCode(typed)).toMatchObject({ state: 'ask', key: { channel: 'short-code', code, iin: null } });
      }),
    );
  });

  test('of any other form is malformed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), (typed) => {
        fc.pre(!/^\d{6}$/.test(typed.replaceAll(/[\s\u00A0\u2010-\u2015-]/g, '')));
        expect(byCode(typed)).toEqual({ state: 'refused', refusal: { code: 'code-malformed', detail: null } });
      }),
    );
  });
});

describe('the ИИН beside it', () => {
  test.each([
    ['iin-required', null],
    ['iin-required', '  '],
    ['iin-malformed', '123'],
    ['iin-malformed', CITIZEN_IIN.replace(/.$/, (digit) => String((Number(digit) + 1) % 10))],
  ])('%s for %s', (code, iin) => expect(byCode('012345', iin, true)).toEqual({ state: 'refused', refusal: { code, detail: null } }));

  test('is sent, and the owner must be that person', () => {
    expect(byCode('012345', ` ${CITIZEN_IIN} `, true)).toEqual({
      state: 'ask',
      key: { channel: 'short-code', code: '012345', iin: CITIZEN_IIN },
      expectation: { documentType: null, presenterIin: CITIZEN_IIN },
    });
  });

  test('is not passed on where the connector does not want it', () => {
    expect(byCode('012345', CITIZEN_IIN)).toMatchObject({ key: { iin: null } });
  });
});

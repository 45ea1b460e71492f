/** A handheld scanner gives the same bytes under every layout, and a person typing is never taken for one. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { learnProfile } from '../../../renderer/features/handheld-scanner/learning/learn-profile.ts';
import { withSwappedCase } from '../../../renderer/features/handheld-scanner/wedge/scanned-text.ts';
import type { HandheldProfile, KeyPlace } from '../../../shared/domain/scanning/handheld-profile.ts';
import { GERMAN_PLACES } from '../../e2e/drivers/scanner-places.ts';
import { physicalCharacter, US_KEYS } from '../../../renderer/features/handheld-scanner/wedge/physical-keys.ts';
import type { KeyStroke } from '../../../renderer/features/handheld-scanner/wedge/key-stroke.ts';
import type { WedgeEffect } from '../../../renderer/features/handheld-scanner/wedge/wedge-answer.ts';
import { createWedgeDetector } from '../../../renderer/features/handheld-scanner/wedge/wedge-detector.ts';
import { BURST_GAP_MS, FAST_MS } from '../../../renderer/features/handheld-scanner/wedge/wedge-state.ts';

type Typed = KeyPlace;

/** How a scanner set to the US layout types a text: the place of the key and Shift, whatever the computer makes of it. */
const PLACES = new Map<string, Typed>(
  Object.entries(US_KEYS)
    .filter(([code]) => !code.startsWith('Numpad'))
    .flatMap(([code, [plain, shifted]]): [string, Typed][] => [
      [shifted, { code, shift: true }],
      [plain, { code, shift: false }],
    ]),
);
const typed = (text: string): Typed[] => Array.from(text, (character) => PLACES.get(character)!);

function feed(keys: readonly KeyStroke[], profile?: HandheldProfile): { effects: WedgeEffect[]; fates: string[]; scans: string[] } {
  const detector = createWedgeDetector(profile);
  const effects: WedgeEffect[] = [];
  const fates = keys.map((stroke) => {
    const answer = detector.press(stroke);
    effects.push(...answer.effects);
    return answer.key;
  });
  effects.push(...detector.silence((keys.at(-1)?.at ?? 0) + 10 * BURST_GAP_MS));
  return { effects, fates, scans: effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.text] : [])) };
}

function strokes(keys: readonly Typed[], gaps: readonly number[], typesText: boolean): KeyStroke[] {
  let at = 1000;
  return keys.map((place, index) => {
    at += gaps[index % gaps.length]!;
    return { ...place, command: false, alt: false, at, typesText };
  });
}
const ENTER: Typed = { code: 'Enter', shift: false };
const TAB: Typed = { code: 'Tab', shift: false };

const payload = fc.string({ unit: fc.constantFrom(...PLACES.keys()), minLength: 6, maxLength: 300 });
const scannerGaps = fc.array(fc.integer({ min: 0, max: FAST_MS }), { minLength: 1, maxLength: 20 });
const humanGaps = fc.array(fc.integer({ min: FAST_MS + 1, max: 400 }), { minLength: 1, maxLength: 20 });

test('every printable ASCII character has its place', () => {
  for (let character = 0x20; character < 0x7f; character += 1) expect(PLACES.has(String.fromCharCode(character))).toBe(true);
});

test('whatever is scanned, at any scanner speed and in any focus, arrives once and whole', () => {
  fc.assert(
    fc.property(payload, scannerGaps, fc.boolean(), fc.constantFrom(ENTER, TAB), (text, gaps, typesText, end) => {
      expect(feed(strokes([...typed(text), end], gaps, typesText)).scans).toEqual([text]);
    }),
  );
});

test('after a scan no key of it is left over: held ones are undone, later ones swallowed', () => {
  fc.assert(
    fc.property(payload, fc.boolean(), (text, typesText) => {
      const { effects, fates } = feed(strokes([...typed(text), ENTER], [5], typesText));
      expect(effects.filter((effect) => effect.kind === 'undo')).toHaveLength(1);
      expect(effects.some((effect) => effect.kind === 'release')).toBe(false);
      // Only a first character may reach the focus: in a text control (undone there), or a Space, which cannot be held.
      expect(fates.slice(1)).not.toContain('pass');
      expect(fates[0] === 'pass').toBe(typesText || text[0] === ' ');
    }),
  );
});

test('a person, however long the text, is never scanned and loses no key', () => {
  fc.assert(
    fc.property(payload, humanGaps, fc.boolean(), (text, gaps, typesText) => {
      const { effects, fates, scans } = feed(strokes([...typed(text), ENTER], gaps, typesText));
      expect(scans).toEqual([]);
      expect(fates).not.toContain('swallow');
      const held = fates.filter((fate) => fate === 'hold').length;
      expect(effects.filter((effect) => effect.kind === 'release')).toHaveLength(held);
      expect(fates.at(-1)).toBe('pass');
    }),
  );
});

test('two or three keys that slipped together are given back before the next one', () => {
  const slip = strokes(typed('ert'), [5], true);
  const later = { ...slip[0]!, code: 'KeyY', at: 1300 };
  const { effects, fates } = feed([...slip, later]);
  expect(fates).toEqual(['pass', 'hold', 'hold', 'pass']);
  expect(effects.map((effect) => effect.kind)).toEqual(['remember', 'release', 'remember']);
});

test('a shortcut letter outside a text control waits, so that a scan cannot press it', () => {
  expect(feed(strokes(typed('h'), [5], false)).fates).toEqual(['hold']);
  expect(feed(strokes(typed('h'), [5], true)).fates).toEqual(['pass']);
});

test('Shift between the characters changes nothing, and a command key is a person', () => {
  const shift: Typed = { code: 'ShiftLeft', shift: true };
  const keys = [...typed('ABCDEF').flatMap((key) => [shift, key]), ENTER];
  expect(feed(strokes(keys, [3], true)).scans).toEqual(['ABCDEF']);
  const copy: KeyStroke = { code: 'KeyC', shift: false, command: true, alt: false, at: 1000, typesText: true };
  expect(feed([copy]).fates).toEqual(['pass']);
});

test('a scan without Enter is told, not checked half', () => {
  const { effects, scans } = feed(strokes(typed('https://half'), [5], true));
  expect(scans).toEqual([]);
  expect(effects.at(-1)).toEqual({ kind: 'unfinished' });
});

test('a scan that stutters after it was recognised stays one scan', () => {
  const keys = strokes([...typed('https://access'), ENTER], [5], true);
  for (const late of keys.slice(8)) late.at += BURST_GAP_MS - 20;
  expect(feed(keys).scans).toEqual(['https://access']);
});

test('five digits and Enter at scanner speed are too short for any code of ours', () => {
  expect(feed(strokes([...typed('12345'), ENTER], [5], true)).scans).toEqual([]);
  expect(feed(strokes([...typed('123456'), ENTER], [5], true)).scans).toEqual(['123456']);
});

test('Shift alone decides the case: the lamp of Caps Lock is never asked', () => {
  expect(physicalCharacter({ code: 'KeyA', shift: false })).toBe('a');
  expect(physicalCharacter({ code: 'KeyA', shift: true })).toBe('A');
  expect(physicalCharacter({ code: 'F5', shift: false })).toBeNull();
});

describe('a learned scanner', () => {
  const usual: HandheldProfile = { prefix: '', suffix: '', end: 'enter', gapMs: 20, swapsCase: false };

  test('loses its prefix and suffix, and of an AIM identifier whichever it is', () => {
    const learned = { ...usual, prefix: '*', suffix: '#9' };
    expect(feed(strokes([...typed('*https://access#9'), ENTER], [5], true), learned).scans).toEqual(['https://access']);
    const withAim = { ...usual, prefix: '*]Q1' };
    expect(feed(strokes([...typed('*]Q1https://access'), ENTER], [5], true), withAim).scans).toEqual(['https://access']);
    expect(feed(strokes([...typed('*]A0880412400096'), ENTER], [5], true), withAim).scans).toEqual(['880412400096']);
    expect(feed(strokes([...typed(']Q1https://access'), ENTER], [5], true)).scans).toEqual([']Q1https://access']);
  });

  test('that ends with silence is read whole, without one it is told', () => {
    const keys = strokes(typed('https://access'), [5], true);
    expect(feed(keys, { ...usual, end: 'none' }).scans).toEqual(['https://access']);
    expect(feed(keys, usual).scans).toEqual([]);
  });

  test('may be slower than a person who slips', () => {
    const keys = strokes([...typed('https://access'), ENTER], [60], true);
    expect(feed(keys, { ...usual, gapMs: 60 }).scans).toEqual(['https://access']);
    expect(feed(keys, usual).scans).toEqual([]);
  });

  test('that swaps the case is swapped back', () => {
    expect(feed(strokes([...typed('aCCESS/tOKEN'), ENTER], [5], true), { ...usual, swapsCase: true }).scans).toEqual(['Access/Token']);
  });
});

describe('Cyrillic typed as Alt codes', () => {
  /** Alt down, the digits, Alt up; what Windows does with them in the control is not asked. */
  function scanByAlt(codes: readonly string[]): string[] {
    const detector = createWedgeDetector();
    let at = 1000;
    const key = (code: string, alt: boolean): KeyStroke => ({ code, alt, shift: false, command: false, at: (at += 2), typesText: true });
    for (const digits of codes) {
      detector.press(key('AltLeft', true));
      for (const digit of digits) detector.press(key(`Numpad${digit}`, true));
      detector.releaseAlt();
    }
    return detector.press(key('Enter', false)).effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.text] : []));
  }

  test('with the numbers of Unicode, of the code page of Windows and of the one of DOS', () => {
    expect(scanByAlt(Array.from('Тексер әғқ', (letter) => String(letter.codePointAt(0)).padStart(3, '0')))).toEqual(['Тексер әғқ']);
    expect(scanByAlt(['0210', '0229', '0234', '0241', '0229', '0240'])).toEqual(['Тексер']);
    expect(scanByAlt(['146', '165', '170', '225', '165', '224'])).toEqual(['Тексер']);
  });

  test('a person with Alt and the number pad is no scanner', () => {
    const detector = createWedgeDetector();
    const fates = ['Numpad1', 'Numpad4', 'Numpad6'].map(
      (code, index) => detector.press({ code, alt: true, shift: false, command: false, at: 1000 + index * 150, typesText: true }).key,
    );
    detector.releaseAlt();
    expect(fates).toEqual(['pass', 'pass', 'pass']);
  });
});

/** Signs where a Russian keyboard has them; its Latin letters and digits a scanner types as the US one does. */
const RUSSIAN_SIGNS: Readonly<Record<string, Typed>> = {
  ':': { code: 'Digit6', shift: true },
  '?': { code: 'Digit7', shift: true },
  '.': { code: 'Slash', shift: false },
  ',': { code: 'Slash', shift: true },
  '/': { code: 'Backslash', shift: true },
  // Signs a Russian keyboard has not: of other keys of the same scanner.
  '&': { code: 'IntlBackslash', shift: true },
  '~': { code: 'IntlBackslash', shift: false },
};

describe('learned from the sheet', () => {
  const learn = (keys: readonly Typed[], gap = 8) => learnProfile(strokes(keys, [gap], true));

  test.each([
    ['as it is', `${SHEET_LEARN_TEXT}`, [ENTER], { prefix: '', suffix: '', end: 'enter', swapsCase: false }],
    ['with what it adds', `~A${SHEET_LEARN_TEXT}!`, [TAB], { prefix: '~A', suffix: '!', end: 'tab', swapsCase: false }],
    ['without an end', SHEET_LEARN_TEXT, [], { end: 'none' }],
    ['in the other case', withSwappedCase(SHEET_LEARN_TEXT), [ENTER], { swapsCase: true, prefix: '' }],
  ])('%s', (_name, text, end, learned) => {
    expect(learn([...typed(text), ...end])).toEqual({ ok: true, value: expect.objectContaining({ gapMs: 8, ...learned }) });
  });

  test('by another country’s keyboard: its signs are learned by their keys, and every later scan is read by them', () => {
    const russian = (text: string) => typed(text).map((key, index) => RUSSIAN_SIGNS[text[index]!] ?? key);
    const taught = learn([...russian(`?${SHEET_LEARN_TEXT}`), ENTER]);
    if (!taught.ok) throw new Error(taught.failure);
    expect(taught.value).toMatchObject({ prefix: '?', suffix: '', swapsCase: false });
    const access = 'https://digital-documents.egov.test/access/q3XbT0?a=1&b=%7E';
    const scanned = strokes([...russian(`?${access}`), ENTER], [5], true);
    expect(feed(scanned, taught.value).scans).toEqual([access]);
    expect(feed(scanned, { ...taught.value, keys: {} }).scans).not.toEqual([access]);
  });

  test('characters of the third row, with the right Alt, are learned like any other; untaught they are nobody’s', () => {
    const german = (text: string) => typed(text).map((key, index) => GERMAN_PLACES[text[index]!] ?? key);
    const taught = learn([...german(SHEET_LEARN_TEXT), ENTER]);
    if (!taught.ok) throw new Error(taught.failure);
    expect(taught.value.keys).toMatchObject({ 'AltGr+BracketRight': '~', BracketRight: '+', KeyZ: 'y' });
    const scanned = strokes([...german('https://access/~yz-1'), ENTER], [5], true);
    expect(feed(scanned, taught.value).scans).toEqual(['https://access/~yz-1']);
    expect(feed(strokes([{ code: 'KeyQ', shift: false, altGraph: true }], [5], true), taught.value).fates).toEqual(['pass']);
  });

  test('keys that mean two things at once are those of no keyboard', () => {
    const torn = typed(SHEET_LEARN_TEXT).map((key, index) => (index === 8 ? { code: 'KeyZ', shift: true } : key));
    expect(learn([...torn, ENTER])).toEqual({ ok: false, failure: 'other-text' });
  });

  test('what is another text or too slow teaches nothing', () => {
    expect(learn([...typed('https://something.else'), ENTER])).toEqual({ ok: false, failure: 'other-text' });
    expect(learn([...typed(SHEET_LEARN_TEXT), ENTER], 150)).toEqual({ ok: false, failure: 'too-slow' });
  });
});

/** The check of a scanner names the one thing at fault: pace, layout, settings the desk has not learned, or the code. */
import { describe, expect, it } from 'vitest';
import type { HandheldProfile } from '../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { judgeScanner } from '../../../renderer/features/handheld-scanner/learning/judge-scanner.ts';
import { US_KEYS } from '../../../renderer/features/handheld-scanner/wedge/physical-keys.ts';
import type { KeyStroke } from '../../../renderer/features/handheld-scanner/wedge/key-stroke.ts';
import { USUAL_PROFILE } from '../../../renderer/features/handheld-scanner/wedge/wedge-detector.ts';

const PLACES = new Map<string, Pick<KeyStroke, 'code' | 'shift'>>(
  Object.entries(US_KEYS)
    .filter(([code]) => !code.startsWith('Numpad'))
    .flatMap(([code, [plain, shifted]]): [string, Pick<KeyStroke, 'code' | 'shift'>][] => [
      [shifted, { code, shift: true }],
      [plain, { code, shift: false }],
    ]),
);

function typed(text: string, { gapMs = 5, end = 'Enter' as string | null } = {}) {
  const places = [...Array.from(text, (character) => PLACES.get(character)!), ...(end === null ? [] : [{ code: end, shift: false }])];
  const strokes = places.map((place, index): KeyStroke => ({ ...place, command: false, alt: false, typesText: false, at: 1000 + index * gapMs }));
  return { by: 'keys', strokes } as const;
}
/** A scanner set to Germany: Y and Z change places, and so do most signs. */
const german = (text: string) => text.replace(/[yzYZ]/g, (letter) => ({ y: 'z', z: 'y', Y: 'Z', Z: 'Y' })[letter]!).replace(/:/g, '>').replace(/[?_]/g, (sign) => (sign === '?' ? '_' : '?')).replace(/&/g, '^');
const GERMAN: HandheldProfile = {
  ...USUAL_PROFILE,
  keys: { KeyY: 'z', KeyZ: 'y', 'Shift+KeyY': 'Z', 'Shift+KeyZ': 'Y', 'Shift+Period': ':', 'Shift+Minus': '?', 'Shift+Digit6': '&', 'Shift+Slash': '_' },
};
const PREFIXED: HandheldProfile = { ...USUAL_PROFILE, prefix: '*+' };

describe('the check of a scanner', () => {
  it.each([
    ['the usual scanner', typed(SHEET_LEARN_TEXT), null, 'good'],
    ['a slower one that is still recognised', typed(SHEET_LEARN_TEXT, { gapMs: 24 }), null, 'good'],
    ['one that was learned', typed(`*+${SHEET_LEARN_TEXT}`), PREFIXED, 'good'],
    ['one that adds what nobody learned', typed(`*+${SHEET_LEARN_TEXT}`), null, 'unlearned'],
    ['one that no longer adds what was learned', typed(SHEET_LEARN_TEXT), PREFIXED, 'unlearned'],
    ['one that ends with nothing', typed(SHEET_LEARN_TEXT, { end: null }), null, 'unlearned'],
    ['one slower than the desk waits', typed(SHEET_LEARN_TEXT, { gapMs: 60 }), null, 'unlearned'],
    ['one slower than any desk waits', typed(SHEET_LEARN_TEXT, { gapMs: 140 }), null, 'too-slow'],
    ['one with another country’s keyboard', typed(german(SHEET_LEARN_TEXT)), null, 'layout'],
    ['the same, once it was learned', typed(german(SHEET_LEARN_TEXT)), GERMAN, 'good'],
    ['another code', typed('https://example.kz/'), null, 'other-code'],
    ['a device of its own', { by: 'device', text: SHEET_LEARN_TEXT } as const, null, 'good'],
    ['a device of its own with another code', { by: 'device', text: '123456' } as const, null, 'other-code'],
  ])('of %s', (_name, scan, profile, finding) => {
    expect(judgeScanner(scan, profile)).toBe(finding);
  });
});

/** A scanner set to a keyboard with dead keys types a sign as a dead key and a space; it is learned and read as one character. */
import { expect, test } from 'vitest';
import { HandheldProfile, type KeyPlace } from '../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import type { KeyStroke } from '../../../renderer/features/handheld-scanner/wedge/key-stroke.ts';
import { learnProfile } from '../../../renderer/features/handheld-scanner/learning/learn-profile.ts';
import { US_KEYS } from '../../../renderer/features/handheld-scanner/wedge/physical-keys.ts';
import { createWedgeDetector } from '../../../renderer/features/handheld-scanner/wedge/wedge-detector.ts';

const placeOf = (character: string): KeyPlace => {
  const [code, characters] = Object.entries(US_KEYS).find(([name, [plain, shifted]]) => !name.startsWith('Numpad') && (plain === character || shifted === character))!;
  return { code, shift: characters[0] !== character };
};

/** Where two keyboards have their tilde, dead on both. */
const TILDES = {
  'US International': { code: 'Backquote', shift: true },
  Spanish: { code: 'Digit4', shift: false, altGraph: true },
} as const satisfies Record<string, KeyPlace>;

const SPACE: KeyPlace = { code: 'Space', shift: false };
const keysOf = (text: string, tilde: KeyPlace): KeyPlace[] => Array.from(text).flatMap((character) => (character === '~' ? [tilde, SPACE] : [placeOf(character)]));

const strokes = (places: readonly KeyPlace[]): KeyStroke[] =>
  [...places, { code: 'Enter', shift: false }].map((place, index) => ({ ...place, command: false, alt: false, at: 1000 + index * 5, typesText: true }));

function scansOf(profile: HandheldProfile | undefined, places: readonly KeyPlace[]): string[] {
  const detector = createWedgeDetector(profile);
  return strokes(places).flatMap((stroke) => detector.press(stroke).effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.text] : [])));
}

test.each(Object.entries(TILDES))('%s: learned from the sheet, read in every later scan', (_, tilde) => {
  const taught = learnProfile(strokes(keysOf(`*${SHEET_LEARN_TEXT}`, tilde)));
  if (!taught.ok) throw new Error(taught.failure);
  expect(taught.value).toMatchObject({ prefix: '*', suffix: '' });
  expect(HandheldProfile.safeParse(taught.value).success).toBe(true);
  for (const text of ['https://access/~a~b-9', '~/first', 'last/code~']) {
    expect(scansOf(taught.value, keysOf(`*${text}`, tilde))).toEqual([text]);
    expect(scansOf(undefined, keysOf(text, tilde))).not.toEqual([text]);
  }
});

test('a space in a scan is a space where the key before it is not dead', () => {
  const taught = learnProfile(strokes(keysOf(SHEET_LEARN_TEXT, TILDES.Spanish)));
  if (!taught.ok) throw new Error(taught.failure);
  expect(scansOf(taught.value, [...keysOf('two', TILDES.Spanish), SPACE, ...keysOf('words', TILDES.Spanish)])).toEqual(['two words']);
});

test('a space that the scanner adds makes no key dead', () => {
  const taught = learnProfile(strokes([placeOf('A'), SPACE, ...Array.from(SHEET_LEARN_TEXT, placeOf), SPACE, placeOf('Z')]));
  expect(taught).toEqual({ ok: true, value: expect.objectContaining({ prefix: 'A ', suffix: ' Z' }) });
});

/** A scan during which the desk is locked or unlocked: half a code is no code, and none of it reaches the password. */
import { describe, expect, test } from 'vitest';
import type { KeyStroke } from '../../../renderer/features/handheld-scanner/wedge/key-stroke.ts';
import { createWedgeDetector } from '../../../renderer/features/handheld-scanner/wedge/wedge-detector.ts';
import type { OpenScan } from '../../../renderer/features/handheld-scanner/wedge/wedge-state.ts';

const CODES = ['KeyT', 'KeyO', 'KeyK', 'KeyE', 'KeyN', 'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Enter'];
const PACE = 5;
const stroke = (code: string, at: number): KeyStroke => ({ code, shift: false, command: false, alt: false, at, typesText: true });
const SCAN = CODES.map((code, index) => stroke(code, 1000 + index * PACE));

/** The scan in two parts, each heard by a detector of its own; @returns what became of the keys of the second */
function across(keysBefore: number): { fates: string[]; scans: number; open: OpenScan | null } {
  const before = createWedgeDetector();
  for (const key of SCAN.slice(0, keysBefore)) before.press(key);
  const after = createWedgeDetector(undefined, before.open());
  const answers = SCAN.slice(keysBefore).map((key) => after.press(key));
  return { fates: answers.map(({ key }) => key), scans: answers.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'scan').length, open: after.open() };
}

describe('a scan that another screen takes over', () => {
  test.each(Array.from({ length: CODES.length - 1 }, (_, index) => index + 1))('after %d keys is dropped to its end', (keysBefore) => {
    const { fates, scans, open } = across(keysBefore);
    expect(new Set(fates)).toEqual(new Set(['swallow']));
    expect(scans).toBe(0);
    expect(open).toBeNull();
  });

  test('before its first key is read whole', () => {
    expect(across(0).scans).toBe(1);
  });

  test('is followed by the next one, which is read whole', () => {
    const before = createWedgeDetector();
    for (const key of SCAN.slice(0, 6)) before.press(key);
    const after = createWedgeDetector(undefined, before.open());
    for (const key of SCAN.slice(6)) after.press(key);
    const next = SCAN.flatMap((key) => after.press({ ...key, at: key.at + 2000 }).effects);
    expect(next).toContainEqual({ kind: 'scan', text: 'token1234567' });
  });
});

test('what a person types after the screen changed is theirs', () => {
  const before = createWedgeDetector();
  before.press(stroke('KeyP', 1000));
  const after = createWedgeDetector(undefined, before.open());
  expect(after.press(stroke('KeyA', 1120)).key).toBe('pass');
  const silent = createWedgeDetector(undefined, { last: 1000, gapMs: 250 });
  silent.silence(1251);
  expect(silent.press(stroke('KeyA', 1252)).key).toBe('pass');
});

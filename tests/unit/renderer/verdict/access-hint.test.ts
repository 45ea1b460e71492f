/** What the operator is told to ask for while the citizen's permission runs out. */
import { expect, test } from 'vitest';
import { accessHint } from '../../../../renderer/screens/verdict/access-hint.ts';

test('nothing while there is time enough', () => {
  expect(accessHint('qr', 60_001)).toBeNull();
});

test('to extend in the last minute, where the phone can', () => {
  expect(accessHint('qr', 60_000)).toBe('extend');
  expect(accessHint('short-code', 1)).toBe('extend');
  expect(accessHint('sms-consent', 1)).toBeNull();
});

test('to open again once it has ended, whatever the way in', () => {
  expect(accessHint('qr', 0)).toBe('open-again');
  expect(accessHint('sms-consent', -1)).toBe('open-again');
});

/** Keys are told by name, letters by their place on the keyboard. */
import { expect, test } from 'vitest';
import { keyName } from '../../../../renderer/ui/use-keys.ts';

const press = (key: string, more: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, code: key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...more });

test('function keys and Escape', () => {
  expect(press('F10')).toBe('F10');
  expect(press('Escape')).toBe('Escape');
});

test('a letter with Control counts by its place: the Russian and Kazakh layouts lock too', () => {
  expect(press('д', { code: 'KeyL', ctrlKey: true })).toBe('Ctrl+L');
});

test('plain letters and combinations of the system are nobody’s', () => {
  expect(press('l', { code: 'KeyL' })).toBeNull();
  expect(press('F4', { altKey: true })).toBeNull();
  expect(press('F10', { shiftKey: true })).toBeNull();
});

/** The notification of the system: only where it was permitted and the page is out of sight, and only the title it was given. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteMoved, tellWhenItMoves } from '../../../../renderer/citizen/portal/tell-when-it-moves.ts';

const shown: { title: string; options: object }[] = [];
let answer: NotificationPermission;

beforeEach(() => {
  shown.length = 0;
  answer = 'granted';
  class Notes {
    static permission: NotificationPermission = 'default';
    static requestPermission = async () => (Notes.permission = answer);
    constructor(title: string, options: object) {
      shown.push({ title, options });
    }
  }
  vi.stubGlobal('Notification', Notes);
  vi.stubGlobal('document', { visibilityState: 'hidden' });
});
afterEach(() => vi.unstubAllGlobals());

test('comes once it was permitted, and not before', async () => {
  noteMoved('Есть ответ');
  expect(shown).toEqual([]);
  expect(await tellWhenItMoves()).toBe(true);
  noteMoved('Есть ответ');
  expect(shown).toEqual([{ title: 'Есть ответ', options: { tag: 'application' } }]);
});

test('does not come where it was refused, nor to who looks at the page', async () => {
  answer = 'denied';
  expect(await tellWhenItMoves()).toBe(false);
  noteMoved('Есть ответ');
  answer = 'granted';
  await tellWhenItMoves();
  vi.stubGlobal('document', { visibilityState: 'visible' });
  noteMoved('Есть ответ');
  expect(shown).toEqual([]);
});

test('is nothing where the browser has none', async () => {
  vi.stubGlobal('Notification', undefined);
  expect(await tellWhenItMoves()).toBe(false);
  expect(() => noteMoved('Есть ответ')).not.toThrow();
});

/** Which view of the calls stays on the screen. */
import { expect, test } from 'vitest';
import { newerView } from '../../../../renderer/screens/call/newer-view.ts';
import type { CallDeskView } from '../../../../shared/domain/call/call-view.ts';

const view = (revision: number): CallDeskView => ({ duty: 'off', revision });

test('the first view is shown', () => {
  const first = view(0);
  expect(newerView(null, first)).toBe(first);
});

test('a view takes the place of an older one, and of its equal', () => {
  for (const told of [view(4), view(5)]) expect(newerView(view(4), told)).toBe(told);
});

test('an older view that comes later is left out', () => {
  const shown = view(5);
  expect(newerView(shown, view(4))).toBe(shown);
});

/** What waits for the window waits for its being shown, and not for ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awaitWindow } from '../../../electron/workstation/window-shown.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begun() {
  const window = awaitWindow();
  const what = { begins: false };
  void window.shown.then(() => (what.begins = true));
  return { window, what };
}

test('begins with the window', async () => {
  const { window, what } = begun();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(what.begins).toBe(false);
  window.note();
  await vi.advanceTimersByTimeAsync(0);
  expect(what.begins).toBe(true);
});

test('begins without one after a while', async () => {
  const { what } = begun();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(what.begins).toBe(true);
});

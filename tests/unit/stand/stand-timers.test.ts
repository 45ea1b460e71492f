/** Timers of the stand run while it does, and not after. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStandTimers } from '../../../electron/stand/stand-timers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('does what was asked for once and again, and nothing once it is stopped, also of what is asked for then', () => {
  const timers = createStandTimers();
  const done: string[] = [];
  timers.every(10, () => done.push('every'));
  timers.after(15, () => done.push('after'));
  timers.after(25, () => done.push('too late'));
  vi.advanceTimersByTime(20);
  expect(done).toEqual(['every', 'after', 'every']);
  timers.stop();
  timers.every(1, () => done.push('again'));
  timers.after(1, () => done.push('later'));
  vi.advanceTimersByTime(100);
  expect(done).toHaveLength(3);
});

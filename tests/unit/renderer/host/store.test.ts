/** A store tells its listeners what is new, and nothing twice. */
import { expect, test, vi } from 'vitest';
import { createStore } from '../../../../renderer/host/store.ts';

test('what is told again in the same words reaches nobody and keeps its identity', () => {
  const first = { operator: 'op-1', rights: ['scan'] };
  const store = createStore(first);
  const listener = vi.fn();
  store.subscribe(listener);

  store.set({ operator: 'op-1', rights: ['scan'] });
  expect(listener).not.toHaveBeenCalled();
  expect(store.get()).toBe(first);

  store.set({ operator: 'op-1', rights: ['scan', 'refuse'] });
  expect(listener).toHaveBeenCalledOnce();
  expect(store.get().rights).toEqual(['scan', 'refuse']);
});

test('who unsubscribed hears nothing more', () => {
  const store = createStore(1);
  const listener = vi.fn();
  store.subscribe(listener)();
  store.set(2);
  expect(listener).not.toHaveBeenCalled();
  expect(store.get()).toBe(2);
});

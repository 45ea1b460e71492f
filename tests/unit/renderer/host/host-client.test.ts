/** The page's client: names from the contract, faults as values, events to their listeners. */
import { expect, test } from 'vitest';
import { createHostClient } from '../../../../renderer/host/host-client.ts';
import type { EventMessage, Reply, WireValue } from '../../../../shared/ipc/wire.ts';

function fakeWindowHost(answer: (name: string, input: WireValue) => Promise<Reply>) {
  const listeners = new Set<(message: EventMessage) => void>();
  const host = createHostClient({
    call: answer,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  return { host, publish: (message: EventMessage) => listeners.forEach((listener) => listener(message)) };
}

test('calls by the full name and hands the input over', async () => {
  const seen: unknown[] = [];
  const { host } = fakeWindowHost(async (name, input) => {
    seen.push([name, input]);
    return { ok: true, value: null };
  });
  expect(await host.operator.choosePurpose({ purposeId: 'identity-at-counter' })).toEqual({ ok: true, value: null });
  expect(seen).toEqual([['operator.choosePurpose', { purposeId: 'identity-at-counter' }]]);
});

test('a fault is a value', async () => {
  const { host } = fakeWindowHost(async () => ({ ok: false, fault: { code: 'not-permitted', reason: 'role' } }));
  expect(await host.journal.verify(null)).toEqual({ ok: false, failure: { code: 'not-permitted', reason: 'role' } });
});

test('a transport that breaks is a fault too', async () => {
  const { host } = fakeWindowHost(() => Promise.reject(new Error('gone')));
  expect(await host.app.health(null)).toEqual({ ok: false, failure: { code: 'internal', ref: '-' } });
});

test('an event reaches its own listeners until they stop', () => {
  const { host, publish } = fakeWindowHost(async () => ({ ok: true, value: null }));
  const heard: unknown[] = [];
  const stop = host.journal.markChanged((change) => heard.push(change));
  publish({ name: 'journal.markChanged', payload: { sequence: 1 } });
  publish({ name: 'journal.appended', payload: { sequence: 2 } });
  stop();
  publish({ name: 'journal.markChanged', payload: { sequence: 3 } });
  expect(heard).toEqual([{ sequence: 1 }]);
});

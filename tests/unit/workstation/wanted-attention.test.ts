/** When the window comes in front: once for each request for a signature and each silent alarm, and for nothing else. */
import { expect, test } from 'vitest';
import { watchAttention } from '../../../electron/workstation/wanted-attention.ts';
import type { CallDeskView } from '../../../shared/domain/call/call-view.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';

const quiet = new Proxy({}, { get: () => new Proxy({}, { get: () => () => undefined }) }) as CorePublisher;

function bench() {
  const attention = watchAttention(quiet);
  const world = { wanted: 0 };
  const stop = attention.onWanted(() => void (world.wanted += 1));
  return { ...attention.publisher, world, stop };
}
const watching = (...times: string[]): CallDeskView => ({
  duty: 'watch',
  revision: 1,
  alarms: times.map((at) => ({ callId: '3c9f3f0e-6a0c-4f0e-9a57-0d4d9f3f5b10', operatorId: 'op-1', branch: 'TEST', at })),
});

test('a request for a signature is wanted once, the next one again', () => {
  const { signing, world } = bench();
  for (const pending of [true, true, false, true]) signing.changed({ pending });
  expect(world.wanted).toBe(2);
});

test('an alarm is wanted when it comes, also where the desk was left in between, and an operator at work is never', () => {
  const { calls, world } = bench();
  calls.deskChanged(watching());
  expect(world.wanted).toBe(0);
  calls.deskChanged(watching('2026-11-22T05:00:00Z'));
  calls.deskChanged(watching('2026-11-22T05:00:00Z'));
  calls.deskChanged({ duty: 'off', revision: 2 });
  calls.deskChanged(watching('2026-11-22T05:00:00Z'));
  expect(world.wanted).toBe(1);
  calls.deskChanged(watching('2026-11-22T05:10:00Z', '2026-11-22T05:00:00Z'));
  expect(world.wanted).toBe(2);
});

test('whoever stopped listening is left alone', () => {
  const { signing, world, stop } = bench();
  stop();
  signing.changed({ pending: true });
  expect(world.wanted).toBe(0);
});

/** A machine that compares no faces, or too slowly, is tried again while calls are taken: by itself, and when its operator asks. */
import { expect, it } from 'vitest';
import { watchMachine } from '../../../../electron/core/identification/call/support/watch-machine.ts';
import { manualTime } from '../../../fakes/manual-time.ts';
import { POLICY } from '../../../fakes/synthetic-citizen.ts';
import { settled } from './desk-bench.ts';

const { machineRetryMs, faceLookMaxMs } = POLICY.numbers;

/** Looks take as long as `world.lookMs`; none for a machine that cannot. */
function bench() {
  const time = manualTime();
  const world = { lookMs: null as number | null, looks: 0, busy: false, fails: false };
  const faults: unknown[] = [];
  const told: unknown[] = [];
  const watch = watchMachine({
    faces: {
      async compare() {
        world.looks += 1;
        if (world.fails) throw new Error('models gone');
        if (world.lookMs === null) return { state: 'unavailable' };
        time.advance(world.lookMs);
        return { state: 'no-face' };
      },
    },
    clock: time.clock,
    timers: time.timers,
    numbers: () => POLICY.numbers,
    isBusy: () => world.busy,
    onTried: () => told.push(watch.state()),
    onFault: (error) => faults.push(error),
  });
  const pass = async (ms: number) => {
    time.advance(ms);
    await settled();
  };
  return { watch, world, told, faults, pass };
}

it('that cannot, then is too slow, is tried every ten minutes until it helps, and no more then', async () => {
  const { watch, world, told, pass } = bench();
  expect(watch.state()).toBeNull();
  watch.tryNow();
  await settled();
  await pass(machineRetryMs - 1);
  expect(told).toEqual(['cannot-run']);
  world.lookMs = faceLookMaxMs + 1;
  await pass(1);
  world.lookMs = 10;
  await pass(machineRetryMs);
  expect(told).toEqual(['cannot-run', 'too-weak', 'helps']);
  await pass(10 * machineRetryMs);
  expect(told).toHaveLength(3);
});

it('is not tried during a call, nor after the duty, but at once where it is asked for', async () => {
  const { watch, world, told, pass } = bench();
  watch.tryNow();
  await settled();
  world.busy = true;
  await pass(machineRetryMs);
  expect(told).toHaveLength(1);
  world.busy = false;
  world.lookMs = 10;
  watch.tryNow();
  await settled();
  expect(told).toEqual(['cannot-run', 'helps']);

  world.lookMs = null;
  watch.tryNow();
  await settled();
  watch.stop();
  await pass(2 * machineRetryMs);
  expect(told).toEqual(['cannot-run', 'helps', 'cannot-run']);
});

it('whose trial fails altogether is tried again as well', async () => {
  const { watch, world, told, faults, pass } = bench();
  world.fails = true;
  watch.tryNow();
  await settled();
  expect([watch.state(), faults.length, told]).toEqual([null, 1, []]);
  Object.assign(world, { fails: false, lookMs: 10 });
  await pass(machineRetryMs);
  expect(told).toEqual(['helps']);
});

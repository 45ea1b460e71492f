/** An engine that does not open at the desk is tried again by itself and when its operator asks, never during a call, and no more once it runs. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EngineFailure, FaceEngine } from '../../../../renderer/features/identification/face/face-engine.ts';
import { keepOpening } from '../../../../renderer/features/identification/face/keep-opening.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';

const EVERY = 600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** `world.opens`: what the next try gives. */
function bench(retries = true) {
  const world = { opens: failure('cannot-run') as Result<FaceEngine, EngineFailure>, busy: false, tries: 0, closed: 0 };
  const told: boolean[] = [];
  const works = success({ close: () => (world.closed += 1) } as unknown as FaceEngine);
  const open = async () => {
    world.tries += 1;
    return world.opens;
  };
  const kept = keepOpening(open, retries ? { everyMs: EVERY, isBusy: () => world.busy } : null, ({ ok }) => void told.push(ok));
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { world, told, works, kept, pass };
}

it('is tried every ten minutes until it opens, and no more then', async () => {
  const { world, told, works, kept, pass } = bench();
  await pass(EVERY - 1);
  expect(told).toEqual([false]);
  await pass(1);
  world.opens = works;
  await pass(EVERY);
  expect(told).toEqual([false, false, true]);
  await pass(10 * EVERY);
  kept.again();
  await pass(0);
  expect(world.tries).toBe(3);
});

it('is not tried while a call runs, but in the turn after it', async () => {
  const { world, told, works, pass } = bench();
  world.busy = true;
  world.opens = works;
  await pass(3 * EVERY);
  // The first try was made before the call.
  expect(world.tries).toBe(1);
  world.busy = false;
  await pass(EVERY);
  expect(told.at(-1)).toBe(true);
});

it('is tried at once where it is asked for, and the next turn is counted from then', async () => {
  const { world, told, kept, pass } = bench();
  await pass(EVERY / 2);
  kept.again();
  await pass(EVERY - 1);
  expect(told).toEqual([false, false]);
  await pass(1);
  expect(world.tries).toBe(3);
});

it('is let go of at the end, also where it opens only after it, and is tried no more', async () => {
  const { world, told, works, kept, pass } = bench();
  await pass(0);
  world.opens = works;
  kept.again();
  kept.end();
  await pass(10 * EVERY);
  expect(world).toMatchObject({ tries: 2, closed: 1 });
  expect(told).toEqual([false]);
});

it('is tried once where nobody wants it again', async () => {
  const { world, pass } = bench(false);
  await pass(10 * EVERY);
  expect(world.tries).toBe(1);
});

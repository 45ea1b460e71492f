/** The threads that judge large files: as many as the machine has room for, each of which may hang, die or not load without harm to the others. */
import { afterEach, describe, expect, it } from 'vitest';
import { createPoolFileJudge, type PoolFileJudge, threadsFor } from '../../electron/adapters/judging-pool/pool-file-judge.ts';
import type { ThreadLoss } from '../../electron/adapters/call-thread/call-thread.ts';
import { createTrust, type TrustOptions } from '../../electron/core/trust/index.ts';
import { failure } from '../../shared/util/result.ts';

const HUNG = new URL('../fakes/hostile/hung-worker.ts', import.meta.url);
const DYING = new URL('../fakes/hostile/dying-worker.ts', import.meta.url);
const MISSING = new URL('../fakes/hostile/no-such-worker.ts', import.meta.url);

const away = failure({ code: 'service-unreachable', detail: null } as const);
const world: TrustOptions = {
  anchors: [],
  intermediates: [],
  evidence: { ocsp: async () => away, crl: async () => away },
  clock: { now: () => new Date('2026-11-22T09:00:00Z'), monotonicMs: () => 0 },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The hung thread answers the first kind at once and the second never; the dying one dies of both. */
const [QUICK, ENDLESS] = [{ file: bytes('+') }, { file: bytes('-') }];
const LARGE = { file: bytes(`<a>${' '.repeat(70_000)}</a>`) };
const GOOD = { state: 'good' };

let judge: PoolFileJudge;
const pool = (bounds: Parameters<typeof createPoolFileJudge>[1]): PoolFileJudge => (judge = createPoolFileJudge(world, bounds));
afterEach(() => judge.end());

describe('a file that takes too long', () => {
  it('holds up nobody while there is another thread, and ends alone', async () => {
    const { judge: ask } = pool({ entry: HUNG, size: 2, deadlineMs: 4_000 });
    const endless = ask(ENDLESS);
    for (let i = 0; i < 3; i += 1) expect(await ask(QUICK)).toMatchObject(GOOD);
    expect(await endless).toBe('not-finished');
    expect(await ask(QUICK)).toMatchObject(GOOD);
    expect(judge.state()).toBe('able');
  });

  it('makes the next wait where no thread is left, and gives way to it', async () => {
    const { judge: ask } = pool({ entry: HUNG, size: 1, deadlineMs: 2_500 });
    const [endless, next, after] = [ask(ENDLESS), ask(QUICK), ask(QUICK)];
    expect(await endless).toBe('not-finished');
    expect(await next).toMatchObject(GOOD);
    expect(await after).toMatchObject(GOOD);
  });

  it('is stopped at once by who asked, and so is one that waits, whose place the next takes', async () => {
    const { judge: ask } = pool({ entry: HUNG, size: 1, deadlineMs: 60_000 });
    const [running, waiting] = [new AbortController(), new AbortController()];
    const [first, second, third] = [ask(ENDLESS, running.signal), ask(ENDLESS, waiting.signal), ask(QUICK)];
    waiting.abort();
    expect(await second).toBe('not-finished');
    running.abort();
    expect(await first).toBe('not-finished');
    expect(await third).toMatchObject(GOOD);
  });

  it('keeps nobody from ending: what runs and what waits ends without an answer', async () => {
    const { judge: ask, end } = pool({ entry: HUNG, size: 1 });
    const both = [ask(ENDLESS), ask(QUICK)];
    await end();
    expect(await Promise.all(both)).toEqual(['not-finished', 'not-finished']);
  });
});

describe('a thread that is lost', () => {
  it('at work is told to the log by its code, and the next file has another', async () => {
    const lost: ThreadLoss[] = [];
    const { judge: ask } = pool({ entry: DYING, size: 1, onLost: (loss) => lost.push(loss) });
    for (let i = 0; i < 2; i += 1) expect(await ask(QUICK)).toBe('not-finished');
    expect(lost).toEqual([{ at: 'work', why: 'exit-7' }, { at: 'work', why: 'exit-7' }]);
    expect(judge.state()).toBe('able');
  });

  it('and that was ended on purpose is no loss', async () => {
    const lost: ThreadLoss[] = [];
    const { judge: ask } = pool({ entry: HUNG, size: 1, deadlineMs: 300, onLost: (loss) => lost.push(loss) });
    expect(await ask(ENDLESS)).toBe('not-finished');
    expect(lost).toEqual([]);
  });

  it('before it can be asked leaves the file undetermined with that reason, is told to the log, and shown until one loads', async () => {
    const lost: ThreadLoss[] = [];
    const missing = pool({ entry: MISSING, size: 2, onLost: (loss) => lost.push(loss) });
    const { state, checks } = await createTrust(world, missing).verifyFile(LARGE);
    expect(state).toBe('undetermined');
    expect(checks[0]).toEqual({ layer: 'integrity', outcome: 'undetermined', code: 'judging-unavailable', detail: null });
    expect(lost).toEqual([{ at: 'start', why: expect.stringMatching(/MODULE_NOT_FOUND$/) }]);
    expect(missing.state()).toBe('unable');
    // A small file is judged at the desk itself.
    expect((await createTrust(world, missing).verifyFile({ file: bytes('<a/>') })).checks[0]?.code).toBe('signature-missing');
  });

  it('is tried again with the next file', async () => {
    const entry = new URL(MISSING);
    const { judge: ask } = pool({ entry, size: 1 });
    expect(await ask(QUICK)).toBe('unavailable');
    entry.href = HUNG.href;
    expect(await ask(QUICK)).toMatchObject(GOOD);
    expect(judge.state()).toBe('able');
  });
});

it('a thread with nothing to do is let go, and another does its work', async () => {
  const { judge: ask } = pool({ entry: HUNG, size: 1, idleMs: 20 });
  expect(await ask(QUICK)).toMatchObject(GOOD);
  await expect.poll(() => process.getActiveResourcesInfo().filter((resource) => resource === 'Worker').length).toBe(0);
  expect(await ask(QUICK)).toMatchObject(GOOD);
});

it.each([
  [1, 2_048, 1],
  [1, 8_192, 2],
  [2, 4_096, 2],
  [4, 16_384, 3],
  [16, 65_536, 4],
  [16, 4_096, 2],
  [8, 1_024, 1],
])('%i processors and %i MB of memory make room for %i threads', (processors, memory, threads) => {
  expect(threadsFor(processors, memory)).toBe(threads);
});

/** The limits that stop a desk which delivers nothing: amber at half, frozen at the whole, and a supervisor's bounded leave. */
import { describe, expect, test } from 'vitest';
import { freezeState } from '../../../electron/core/delivery/freeze-policy.ts';
import { appBench } from '../../fakes/benches/app-bench.ts';
import { QR_PREFIX } from '../../fakes/benches/checking-bench.ts';

const HOUR = 3_600_000;
const LIMITS = { freezeAfterMs: 72 * HOUR, freezeAfterEntries: 5_000, freezeLiftMs: 24 * HOUR, freezeLiftEntries: 1_000 };
const NOW = new Date('2026-11-22T05:00:00.000Z');
const ago = (hours: number): string => new Date(NOW.getTime() - hours * HOUR).toISOString();
const stateOf = (entries: number, hours: number, lift: { at: string; entries: number } | null = null) => freezeState({ entries, oldest: ago(hours) }, lift, LIMITS, NOW);

describe('the limit of age', () => {
  test.each([
    [35.9, 'clear'],
    [36, 'near'],
    [71.9, 'near'],
    [72, 'frozen'],
  ] as const)('one entry of %s hours ago: %s', (hours, state) => {
    expect(stateOf(1, hours).state).toBe(state);
  });

  test('says when it will be reached', () => {
    expect(stateOf(1, 40)).toMatchObject({ freezesAt: new Date(NOW.getTime() + 32 * HOUR).toISOString(), freezesWith: 5_000 });
    expect(stateOf(7, 73)).toMatchObject({ by: 'age', entries: 7, oldest: ago(73) });
  });
});

describe('the limit of number', () => {
  test.each([
    [2_499, 'clear'],
    [2_500, 'near'],
    [4_999, 'near'],
    [5_000, 'frozen'],
  ] as const)('%s entries: %s', (entries, state) => {
    expect(stateOf(entries, 1).state).toBe(state);
  });
});

describe('a supervisor’s leave', () => {
  test.each([
    ['a day less a moment', 23.9, 5_999, 'near'],
    ['a whole day', 24, 5_999, 'frozen'],
    ['a thousand further entries', 1, 6_000, 'frozen'],
  ] as const)('after %s', (_what, hours, entries, state) => {
    expect(stateOf(entries, 10, { at: ago(hours), entries: 5_000 }).state).toBe(state);
  });

  test('is not needed where nothing waits', () => {
    expect(freezeState({ entries: 0, oldest: null }, null, LIMITS, NOW)).toEqual({ state: 'clear' });
  });
});

describe('a desk whose cabinets are away', () => {
  const settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };

  test('checks until three days have passed, then no more, and again once a supervisor has answered for it', async () => {
    const bench = await appBench();
    const { app, time, cabinets, store } = bench;
    const scan = () => app.handlers.checking.checkScan({ kind: 'code', source: 'camera', payload: `${QR_PREFIX}good-token-0001` });
    await app.start();
    await bench.signIn('tson', 'state-service');
    cabinets.away = true;
    expect(await scan()).toMatchObject({ verdict: 'valid', mark: { state: 'waiting' } });
    const first = structuredClone(store.stored.find(({ event }) => event.kind === 'checked')!);

    const morning = async (hours: number, profile: 'tson' | 'supervisor') => {
      time.advance(hours * HOUR);
      await settled();
      await app.handlers.operator.signOut(null);
      await bench.signIn(profile, profile === 'tson' ? 'state-service' : undefined);
      await settled();
    };
    await morning(71, 'tson');
    expect((await app.handlers.app.health(null)).freeze).toMatchObject({ state: 'near', entries: 1 });
    expect(await scan()).toMatchObject({ headline: expect.any(String) });
    await morning(2, 'tson');
    await expect(scan()).rejects.toMatchObject({ reason: 'frozen' });
    await expect(app.handlers.checking.openDeskRequest({ documentType: null })).rejects.toMatchObject({ reason: 'frozen' });
    expect((await app.handlers.app.health(null)).freeze).toMatchObject({ state: 'frozen', by: 'age' });
    expect(store.stored.map(({ event }) => event.kind)).toContain('desk-frozen');
    await expect(app.handlers.journal.liftFreeze(null)).rejects.toMatchObject({ reason: 'role' });

    await morning(0, 'supervisor');
    expect(await app.handlers.journal.liftFreeze(null)).toMatchObject({ state: 'near' });
    expect(store.stored.at(-1)).toMatchObject({ operatorId: 'desk-supervisor', event: { kind: 'freeze-lifted' } });
    await morning(0, 'tson');
    expect(await scan()).toMatchObject({ headline: expect.any(String) });

    // What was accepted then is the same now, whatever becomes of its mark.
    cabinets.leaveMarks = async () => ({ ok: true, value: [{ ok: false, failure: { code: 'mark-refused', detail: 'ACCESS_UNKNOWN' } }] });
    await app.handlers.journal.deliverNow(null);
    const { mark, ...entry } = store.stored.find(({ id }) => id === first.id)!;
    expect(entry).toEqual({ ...first, mark: undefined });
    expect(mark).toMatchObject({ state: 'refused' });
    await app.stop();
  });
});

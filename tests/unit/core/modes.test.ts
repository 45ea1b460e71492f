/** Online, degraded, offline: the state machine alone, and what a desk does in each of them. */
import { describe, expect, test } from 'vitest';
import { type Contact, FIRST_CONTACT, freshnessOf, nextContact, nextMode, permitFor } from '../../../electron/core/connectivity/index.ts';
import type { DeskMode } from '../../../shared/domain/desk/desk-mode.ts';
import { appBench } from '../../fakes/benches/app-bench.ts';
import { QR_PREFIX } from '../../fakes/benches/checking-bench.ts';

const AT = '2026-11-22T05:00:00.000Z';
const LATER = '2026-11-22T05:00:09.000Z';
const SWITCH = 3_000;
const ONLINE: DeskMode = { name: 'online' };
const facts = (contact: Contact, nowMs: number) => ({ contact, cabinetsAway: false, collectorAway: false, nowMs, switchMs: SWITCH });

describe('the contact with the service', () => {
  test('is believed in until a question stays without an answer, and again with the first answer', () => {
    const silent = nextContact(FIRST_CONTACT, { what: 'unanswered', askedMs: 100 }, SWITCH);
    expect(silent).toEqual({ state: 'silent', sinceMs: 100 });
    expect(nextContact(silent, { what: 'unanswered', askedMs: 2_000 }, SWITCH)).toEqual(silent);
    expect(nextContact(silent, { what: 'answered', tookMs: 40 }, SWITCH)).toEqual({ state: 'answering', slow: false });
  });

  test.each([
    [SWITCH, false],
    [SWITCH + 1, true],
    [null, false],
  ])('an answer after %s ms is slow: %s', (tookMs, slow) => {
    expect(nextContact(FIRST_CONTACT, { what: 'answered', tookMs }, SWITCH)).toEqual({ state: 'answering', slow });
  });
});

describe('the mode of the desk', () => {
  const silent: Contact = { state: 'silent', sinceMs: 1_000 };

  test.each([
    ['answering', FIRST_CONTACT, 9_000, 'online'],
    ['silent for less than the limit', silent, 3_999, 'degraded'],
    ['silent for the limit', silent, 4_000, 'offline'],
  ] as const)('%s is %s', (_what, contact, nowMs, name) => {
    expect(nextMode(ONLINE, facts(contact, nowMs), AT).name).toBe(name);
  });

  test('keeps since when, as long as it stays the same', () => {
    const degraded = nextMode(ONLINE, facts(silent, 2_000), AT);
    expect(nextMode(degraded, facts(silent, 3_000), LATER)).toMatchObject({ name: 'degraded', since: AT });
    const offline = nextMode(degraded, facts(silent, 5_000), LATER);
    expect(offline).toEqual({ name: 'offline', since: LATER });
    expect(nextMode(offline, facts(FIRST_CONTACT, 6_000), LATER)).toEqual(ONLINE);
  });

  test('names everything that is not as it should be', () => {
    const all = { contact: { state: 'answering', slow: true } as const, cabinetsAway: true, collectorAway: true, nowMs: 0, switchMs: SWITCH };
    expect(nextMode(ONLINE, all, AT)).toMatchObject({ because: ['service-slow', 'cabinets-away', 'collector-away'] });
  });
});

test('nobody new is looked at while the desk is offline; degraded and online they are', () => {
  expect(permitFor({ name: 'offline', since: AT })).toEqual({ allowed: false, code: 'service-unreachable' });
  expect(permitFor({ name: 'degraded', since: AT, because: ['service-slow'] })).toEqual({ allowed: true });
  expect(permitFor(ONLINE)).toEqual({ allowed: true });
});

test.each([
  [0, 'fresh'],
  [24, 'fresh'],
  [24.1, 'ageing'],
  [48, 'ageing'],
  [48.1, 'too-old'],
] as const)('evidence of %s hours ago is %s', (hours, freshness) => {
  const asOf = new Date(Date.parse(AT) - hours * 3_600_000);
  expect(freshnessOf(asOf, new Date(AT), { trustDataAmberMs: 24 * 3_600_000, revocationFreshMs: 48 * 3_600_000 })).toBe(freshness);
});

describe('a desk', () => {
  const settled = async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  async function signedIn() {
    const bench = await appBench();
    await bench.app.start();
    await bench.signIn('tson', 'state-service');
    await settled();
    const modeNow = async () => (await bench.app.handlers.app.health(null)).mode;
    const scan = () => bench.app.handlers.checking.checkScan({ kind: 'code', source: 'camera', payload: `${QR_PREFIX}good-token-0001` });
    return { ...bench, modeNow, scan };
  }
  const pass = async (bench: Awaited<ReturnType<typeof signedIn>>, ms: number) => {
    bench.time.advance(ms);
    await settled();
  };

  test('goes offline by itself after three seconds of silence, and online with the first answer', async () => {
    const bench = await signedIn();
    expect(await bench.modeNow()).toEqual(ONLINE);
    bench.documents.failWith('service-unreachable');
    await pass(bench, 30_000);
    expect(await bench.modeNow()).toMatchObject({ name: 'degraded', because: ['service-silent'] });
    await pass(bench, 3_000);
    expect(await bench.modeNow()).toMatchObject({ name: 'offline' });
    expect(bench.heard.findLast(({ name }) => name === 'app.healthChanged')?.payload).toMatchObject({ mode: { name: 'offline' } });
    bench.documents.failWith(null);
    await pass(bench, 3_000);
    expect(await bench.modeNow()).toEqual(ONLINE);
    await bench.app.stop();
  });

  test('offline opens no access and writes that down; a service that is back is found out by the scan itself', async () => {
    const bench = await signedIn();
    bench.documents.failWith('service-unreachable');
    await pass(bench, 30_000);
    await pass(bench, 3_000);
    const refused = await bench.scan();
    expect(refused).toMatchObject({ verdict: 'cannot-determine', headline: 'service-unreachable' });
    expect(bench.documents.asked).toEqual([]);
    expect(bench.store.stored.at(-1)?.event).toMatchObject({ kind: 'checked', verdict: 'cannot-determine', accessId: null });
    bench.documents.failWith(null);
    expect(await bench.scan()).toMatchObject({ verdict: 'valid' });
    expect(await bench.modeNow()).toEqual(ONLINE);
    await bench.app.stop();
  });
});

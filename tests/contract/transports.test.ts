/** One suite over the three ways the page reaches the core: what one transport promises, all do. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openChromiumTransport } from './chromium-transport.ts';
import { EVERYTHING, SECRET_TEXT } from './echo-contract.ts';
import { openElectronTransport } from './electron-transport.ts';
import { openInMemoryTransport } from './in-memory-transport.ts';
import type { TransportUnderTest } from './transport.ts';

vi.mock('electron', () => import('./electron-stub.ts'));

const TRANSPORTS: readonly [name: string, open: () => Promise<TransportUnderTest>][] = [
  ['in memory', openInMemoryTransport],
  ['Chromium binding', openChromiumTransport],
  ['Electron, stub of ipc', openElectronTransport],
];

describe.each(TRANSPORTS)('%s', (_, open) => {
  let transport: TransportUnderTest;
  beforeAll(async () => {
    transport = await open();
  });
  afterAll(() => transport[Symbol.asyncDispose]());

  test('every kind of wire value arrives and returns unchanged', async () => {
    expect(await transport.call('echo.same', EVERYTHING)).toEqual({ ok: true, value: EVERYTHING });
  });

  test('events arrive in order', async () => {
    expect(await transport.hear([1, 2, 3])).toEqual([1, 2, 3]);
  });

  test('an unexpected failure crosses as a reference, never as text', async () => {
    const before = transport.logger.faults.length;
    const reply = await transport.call('echo.fail', null);
    expect(reply).toEqual({ ok: false, fault: { code: 'internal', ref: `ref-${before + 1}` } });
    expect(JSON.stringify(reply)).not.toContain(SECRET_TEXT);
    expect(transport.logger.faults[before]).toMatchObject({ where: 'echo.fail', error: { message: expect.stringContaining(SECRET_TEXT) } });
  });

  test('a handler that drifted from the contract is an internal failure', async () => {
    expect(await transport.call('echo.drift', null)).toMatchObject({ ok: false, fault: { code: 'internal' } });
  });

  test('a call the desk does not permit now is told apart, with its reason', async () => {
    expect(await transport.call('echo.refuse', null)).toEqual({ ok: false, fault: { code: 'not-permitted', reason: 'locked' } });
  });

  test.each(['echo.none', 'echo', 'same', '', 'echo.same.same', 'echo.constructor', '__proto__.same', 'echo.spoken'])(
    'there is no call «%s»',
    async (name) => {
      expect(await transport.call(name, null)).toEqual({ ok: false, fault: { code: 'unknown-call' } });
    },
  );

  test.each([
    ['nothing', null],
    ['a missing field', { nothing: null }],
    ['an unknown field', { ...EVERYTHING, extra: 1 }],
    ['another type', { ...EVERYTHING, truth: 'true' }],
    ['too long a text', { ...EVERYTHING, text: 'x'.repeat(1001) }],
  ])('input with %s is malformed', async (_case, input) => {
    expect(await transport.call('echo.same', input)).toEqual({ ok: false, fault: { code: 'malformed-input' } });
  });

  test('input above the limit is refused before it is parsed, and just below it is not', async () => {
    const small = { bytes: new Uint8Array(120 * 1024) };
    expect(await transport.call('echo.swallow', small)).toEqual({ ok: true, value: small.bytes.length });
    expect(await transport.call('echo.swallow', { bytes: new Uint8Array(128 * 1024 + 1) })).toEqual({
      ok: false,
      fault: { code: 'malformed-input' },
    });
  });

  test('an inner frame of the same page is refused', async () => {
    expect(await transport.callFromInnerFrame('echo.same', EVERYTHING)).toEqual({ ok: false, fault: { code: 'caller-refused' } });
  });
});

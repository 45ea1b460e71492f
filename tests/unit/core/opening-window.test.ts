/** A core whose window is still on its way: it answers, looks outside once the window is there, and lets nobody in by an unknown clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appBench, type AppBench, PASSWORD } from '../../fakes/benches/app-bench.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

let bench: AppBench;
const window = { ...Promise.withResolvers<void>() };
beforeEach(async () => {
  Object.assign(window, Promise.withResolvers<void>());
  bench = await appBench();
});
afterEach(async () => {
  window.resolve();
  await bench.app.stop();
});

const clock = async () => (await bench.app.handlers.app.health(null)).clock.state;
const signIn = () => bench.app.handlers.operator.signIn({ keyFile: new Uint8Array(bench.keyFileOf('tson')), password: PASSWORD });

test('the service is asked once the window is shown', async () => {
  await bench.app.start(window.promise);
  await settled();
  expect(await clock()).toBe('unknown');
  window.resolve();
  await expect.poll(clock).toBe('good');
});

test('who signs in before that has the clock judged first', async () => {
  await bench.app.start(window.promise);
  bench.documents.clockOffsetMs = 6 * 60_000;
  expect(await signIn()).toMatchObject({ ok: false, code: 'clock-skewed' });
  bench.documents.clockOffsetMs = 0;
  window.resolve();
  await expect.poll(clock).toBe('good');
  expect(await signIn()).toMatchObject({ ok: true });
});

test('and is let in by a right one', async () => {
  await bench.app.start(window.promise);
  expect(await signIn()).toMatchObject({ ok: true });
});

test('issuers of keys are judged beforehand, and again with the key of who comes', async () => {
  const ocsp = vi.spyOn(bench.authority, 'respondOcsp');
  await bench.app.start(window.promise);
  bench.app.expectOperator();
  await expect.poll(() => ocsp.mock.calls.length).toBe(1);
  expect(await signIn()).toMatchObject({ ok: true });
  // An answer to an earlier question stands for nothing: the key's certificate and its issuer are asked about now.
  expect(ocsp.mock.calls.length).toBe(3);
});

test('no issuer to be asked about is nothing to the desk', async () => {
  bench.evidenceAway = true;
  await bench.app.start(window.promise);
  bench.app.expectOperator();
  await settled();
  expect(bench.logger.lines.filter((line) => JSON.stringify(line).includes('issuers'))).toEqual([]);
  bench.evidenceAway = false;
  expect(await signIn()).toMatchObject({ ok: true });
});

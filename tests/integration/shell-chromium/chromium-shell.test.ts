/** The Chromium shell from start to end: both windows, one instance, a crash, and everything stopped when the desk is closed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reply, WindowHost, WireValue } from '../../../shared/ipc/wire.ts';
import type { ChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import { openChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import { claimDirectory } from '../../../electron/adapters/files/environment-marker.ts';
import { lockInstance } from '../../../electron/adapters/files/single-instance-lock.ts';
import { languageOfConsole } from '../../../electron/workstation/start-language.ts';
import { describeStartRefusal } from '../../../electron/workstation/start-refusal.ts';
import { START_TEXTS } from '../../../electron/workstation/start-texts/start-texts.ts';
import { makeDataDirectory, openShell, removeDataDirectory, shellOptions } from './open-shell.ts';

let directory: string;
let shell: ChromiumShell;
const said: string[] = [];

beforeAll(async () => {
  directory = await makeDataDirectory();
  shell = await openShell({ ...shellOptions(directory), say: (sentence) => said.push(sentence) });
});
afterAll(async () => {
  await shell.close();
  await removeDataDirectory(directory);
});

const call = (name: string, input: WireValue = null): Promise<Reply> =>
  shell.page.evaluate(
    ([what, value]) => (window as unknown as { host: WindowHost }).host.call(what as string, value as WireValue),
    [name, input] as unknown[],
  );
const sessionState = async (): Promise<unknown> => {
  const reply = await call('operator.session');
  return reply.ok ? (reply.value as { state: string }).state : reply.fault.code;
};

test('the page reaches the real core', async () => {
  expect(await call('app.describe')).toMatchObject({ ok: true, value: { shell: 'chromium', environment: 'training', version: '0.0.0' } });
});

test('the citizen’s phone stands in a browser of its own and stays on the stand', async () => {
  const phone = (await shell.openPhone())!;
  expect(shell.phonePage).toBe(phone);
  const address = phone.url();
  expect(address.startsWith(shell.workstation.connection.training!.phoneUrl)).toBe(true);
  expect(phone.context()).not.toBe(shell.context);
  expect(await phone.evaluate(() => 'host' in window)).toBe(false);
  await phone.evaluate(() => void (location.href = 'https://egov.kz/'));
  await phone.waitForTimeout(200);
  expect(phone.url()).toBe(address);
});

test('a phone that was closed opens again, and the desk did not mind', async () => {
  await (await shell.openPhone())!.close();
  expect(shell.page.isClosed()).toBe(false);
  const phone = await shell.openPhone();
  expect(phone!.url().startsWith(shell.workstation.connection.training!.phoneUrl)).toBe(true);
  expect(await shell.openPhone()).toBe(phone);
});

test('a second instance on the same data directory is told so', async () => {
  expect(await openChromiumShell(shellOptions(directory))).toEqual({ ok: false, failure: { code: 'already-running', pid: process.pid } });
});

test('a directory begun with training is refused to real systems, and is free afterwards', async () => {
  const other = await makeDataDirectory();
  const connection = { ...shell.workstation.connection, environment: 'production', training: null } as const;
  const production = { ...shellOptions(other), phone: 'none', systems: { type: 'connection', connection } } as const;
  await claimDirectory(other, 'training');
  const refused = await openChromiumShell(production);
  expect(refused).toEqual({ ok: false, failure: { code: 'other-environment', directory: other, begun: 'training', wanted: 'production' } });
  expect(refused.ok ? '' : describeStartRefusal(refused.failure, 'ru')).toContain(other);
  expect(lockInstance(other).ok).toBe(true);
  expect(existsSync(join(other, 'journal.sqlite'))).toBe(false);
  await removeDataDirectory(other);
});

test('after a crash the desk is there again, and locked', async () => {
  const [operator] = shell.workstation.connection.training!.operators;
  expect(await call('operator.signInTraining', { operatorId: operator!.id })).toMatchObject({ ok: true, value: { ok: true } });
  expect(await sessionState()).toBe('signed-in');
  const crashed = shell.page;
  await crashed.goto('chrome://crash').catch(() => undefined);
  await expect.poll(() => shell.page !== crashed, { timeout: 20_000 }).toBe(true);
  expect(await sessionState()).toBe('locked');
  expect(said).toEqual([START_TEXTS[languageOfConsole(process.env)].windowOpenedAgain]);
});

test('closing the desk stops the phone, the stand and the journal', async () => {
  const { url } = shell.stand!;
  expect((await fetch(`${url}/connection.json`)).status).toBe(200);
  const phone = (await shell.openPhone())!;
  await shell.page.close();
  await shell.ended;
  expect(phone.isClosed()).toBe(true);
  await expect(fetch(`${url}/connection.json`)).rejects.toThrow();
  // A journal that was closed in order leaves no write-ahead log behind.
  expect(existsSync(join(directory, 'journal.sqlite'))).toBe(true);
  expect(existsSync(join(directory, 'journal.sqlite-wal'))).toBe(false);
  // And the directory is free for the next start.
  shell = await openShell({ ...shellOptions(directory), phone: 'none' });
  expect(shell.phonePage).toBeNull();
});

/** The Chromium shell as `npm start` runs it, from its bundle: it opens, and the threads packed beside it are found. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provideChromiumShell, provideRenderer } from '../../../electron/launch/bundles/build-bundles.ts';
import { loadChromiumShell } from '../../../electron/launch/bundles/chromium-bundle.ts';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../../electron/launch/repository.ts';
import type { ChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import type { WindowHost } from '../../../shared/ipc/wire.ts';

let directory: string;
let shell: ChromiumShell;

beforeAll(async () => {
  if (!(await provideRenderer()) || !(await provideChromiumShell())) throw new Error('a bundle could not be built');
  directory = await mkdtemp(join(tmpdir(), 'tekser-packed-'));
  const { openChromiumShell } = await loadChromiumShell();
  const opened = await openChromiumShell({
    executablePath: findBrowser()!.executablePath,
    version: '0.0.0-test',
    dataDirectory: directory,
    resourcesDirectory: join(REPOSITORY, 'resources'),
    bundleDirectory: RENDERER_BUNDLE,
    systems: { type: 'stand', seed: 1 },
    headless: true,
    phone: 'none',
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  shell = opened.value;
});
afterAll(async () => {
  await shell.close();
  await rm(directory, { recursive: true });
});

const call = (name: string, input: null | Record<string, string>) =>
  shell.page.evaluate(([what, how]) => (globalThis as unknown as { host: WindowHost }).host.call(what, how), [name, input] as const);

test('the sign-in screen is drawn, and the thread of the keys opens a supervisor’s', async () => {
  await shell.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await call('operator.signInTraining', { operatorId: 'training-supervisor' })).toMatchObject({ ok: true, value: { ok: true } });
});

test('a tree of the journal is walked by its thread', async () => {
  expect(await call('journal.verify', null)).toMatchObject({ ok: true, value: { state: 'intact' } });
});

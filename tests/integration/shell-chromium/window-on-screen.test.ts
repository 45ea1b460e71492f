/** The window as an operator has it, on a screen: no bars of the browser, and no page of errors on the way. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { launchWindow } from '../../../electron/shell-chromium/launch-window.ts';
import { makeDataDirectory, removeDataDirectory } from './open-shell.ts';

const absent = spawnSync('Xvfb', ['-help']).error === undefined ? null : 'no Xvfb on this machine';
const ADDRESS = 'https://tekser.localhost/index.html';
const usualDisplay = process.env['DISPLAY'];
let screen: ReturnType<typeof spawn> | null = null;

beforeAll(async () => {
  if (absent !== null) return;
  screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [display] = (await once(createInterface(screen.stdout!), 'line')) as [string];
  process.env['DISPLAY'] = `:${display}`;
});
afterAll(() => {
  screen?.kill();
  if (usualDisplay === undefined) delete process.env['DISPLAY'];
  else process.env['DISPLAY'] = usualDisplay;
});

test.skipIf(absent !== null)(absent === null ? 'a window on a screen shows the page and nothing of the browser' : `skipped: ${absent}`, async () => {
  const profile = await makeDataDirectory();
  let first: Page | undefined;
  let firstAddress: string | undefined;
  const { page, close } = await launchWindow(
    {
      executablePath: findBrowser()!.executablePath,
      profile,
      address: ADDRESS,
      reachable: 'nothing',
      headless: false,
      place: { width: 1000, height: 600, left: 50, top: 40 },
      extraArgs: [],
    },
    async (context) => {
      first = context.pages()[0];
      firstAddress = first?.url();
      await context.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>desk</h1>' }));
    },
  );
  try {
    expect(firstAddress).toBe('data:text/html,');
    expect(page).toBe(first);
    expect(page.url()).toBe(ADDRESS);
    // Tabs or an address bar would take their height from the page.
    expect(await page.evaluate<number[]>('[outerWidth, outerHeight, outerWidth - innerWidth, outerHeight - innerHeight]')).toEqual([1000, 600, 0, 0]);
  } finally {
    await close();
    await removeDataDirectory(profile);
  }
});

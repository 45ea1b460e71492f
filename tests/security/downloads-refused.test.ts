/** A file that a window is offered is refused by the shell, whatever page offers it; once the shell's word is taken back, the same file arrives. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../electron/launch/browser/find-browser.ts';
import { type LaunchedWindow, launchWindow } from '../../electron/shell-chromium/launch-window.ts';

/** More than a browser waits for before it says what a file is. */
const BODY = 'what nobody asked to keep '.repeat(10_000);
const REFUSED = '/refused.txt';
const ACCEPTED = '/accepted.txt';

/** Files whose browser hung up before their end. */
const cutOff: string[] = [];

/** No page of the desk, whose own policy would already stop it: what is asked is the browser below the page. */
const server: Server = createServer(({ url = '' }, response) => {
  if (url !== REFUSED && url !== ACCEPTED) return void response.setHeader('content-type', 'text/html').end('<a>a file</a>');
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment', 'content-length': BODY.length });
  response.on('close', () => response.writableFinished || cutOff.push(url));
  // The end of a refused one is never sent: only the browser can end it.
  if (url === ACCEPTED) response.end(BODY);
  else response.write(BODY.slice(1));
});

let folder: string;
let window: LaunchedWindow;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tekser-downloads-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  window = await launchWindow(
    {
      executablePath: findBrowser()!.executablePath,
      profile: join(folder, 'browser'),
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      reachable: 'loopback',
      headless: true,
      place: { width: 400, height: 300, left: 0, top: 0 },
      extraArgs: [],
    },
    async () => undefined,
  );
});
afterAll(async () => {
  await window.close();
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function follow(file: string): Promise<void> {
  await window.page.locator('a').evaluate((link: HTMLAnchorElement, address) => {
    link.href = address;
    link.click();
  }, file);
}

test('a file offered to the window is given up before its end', async () => {
  await follow(REFUSED);
  await expect.poll(() => cutOff).toEqual([REFUSED]);
});

test('and arrives where the browser is told to take it', async () => {
  const browser = await window.context.browser()!.newBrowserCDPSession();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await follow(ACCEPTED);
  await expect.poll(() => readFile(join(folder, 'accepted.txt'), 'utf8').catch(() => null)).toBe(BODY);
  expect(cutOff).toEqual([REFUSED]);
});

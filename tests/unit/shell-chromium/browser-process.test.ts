/** A browser that does not start says why, in one sentence for the person at the console. */
import { expect, test } from 'vitest';
import { spawnBrowser } from '../../../electron/shell-chromium/browser-process.ts';

const spawnScript = (script: string) => spawnBrowser(process.execPath, ['-e', script]);

test('one that is not there', async () => {
  expect(await spawnBrowser('/nowhere/chromium', []).ended).toContain('could not be started: spawn /nowhere/chromium ENOENT');
});

test('one that gives up: the last line it said', async () => {
  expect(await spawnScript('console.error("first\\nno usable sandbox"); process.exitCode = 3').ended).toBe('The browser ended (3): no usable sandbox');
});

test('one that is killed, and can be told so twice', async () => {
  const browser = spawnScript('setInterval(() => undefined, 1000)');
  browser.kill();
  expect(await browser.ended).toContain('The browser ended (SIGKILL)');
  browser.kill();
});

test('it reads from its third descriptor and answers on its fourth', async () => {
  const browser = spawnScript('const fs = require("node:fs"); fs.createReadStream("", { fd: 3 }).pipe(fs.createWriteStream("", { fd: 4 }))');
  browser.pipe.toBrowser.end('salem');
  const answer: Buffer[] = [];
  for await (const part of browser.pipe.fromBrowser) answer.push(part as Buffer);
  expect(Buffer.concat(answer).toString()).toBe('salem');
  expect(await browser.ended).toContain('(0)');
});

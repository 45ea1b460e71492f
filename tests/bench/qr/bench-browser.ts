/** Opens the bench's page in a headless browser: the bundle is built for the run, pictures come from the folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { REPOSITORY } from '../../../electron/launch/repository.ts';
import type { BenchPage, QrAnswer } from './qr-answer.ts';
import type { Picture } from './picture-set.ts';

const ORIGIN = 'https://bench.localhost';
const BUNDLE = join(REPOSITORY, 'test-results/bench-qr-page');
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript' };

export interface QrBench extends AsyncDisposable {
  look(picture: Picture, options: { rungs: boolean }): Promise<QrAnswer>;
}

/** @param folder of the pictures */
export async function openQrBench(folder: string): Promise<QrBench> {
  const found = findBrowser();
  if (found === null) throw new Error('no browser of the Chromium family is installed');
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'warn',
    build: { outDir: BUNDLE, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 8192 },
  });
  const browser = await chromium.launch({ executablePath: found.executablePath });
  const page = await browser.newPage();
  await serve(page, folder);
  await page.goto(`${ORIGIN}/index.html`);
  await page.waitForFunction(() => 'tekserBench' in globalThis);
  return {
    look: (picture, options) =>
      page.evaluate(
        ([address, wanted]) => (globalThis as unknown as BenchPage).tekserBench.look(address, wanted),
        [`${ORIGIN}/pictures/${picture.file}`, options] as const,
      ),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

async function serve(page: Page, folder: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(1);
    const picture = /^pictures\/(.+)$/.exec(path)?.[1];
    const body = await readFile(picture === undefined ? join(BUNDLE, path) : join(folder, picture)).catch(() => null);
    if (body === null) return route.fulfill({ status: 404 });
    return route.fulfill({ body, contentType: TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream' });
  });
}

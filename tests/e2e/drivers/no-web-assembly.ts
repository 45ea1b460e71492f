/** A browser in which WebAssembly cannot start, as where a managed machine forbids it: the workers of the page begin without it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { RENDERER_BUNDLE } from '../../../electron/launch/repository.ts';

const DECODE_WORKER = /\/assets\/decode\.worker-[^/]+\.js$/;

/** Before the page loads. @returns gives it back */
export async function withoutWebAssembly(page: Page): Promise<() => Promise<void>> {
  await page.route(DECODE_WORKER, async (route) => {
    const script = await readFile(join(RENDERER_BUNDLE, new URL(route.request().url()).pathname), 'utf8');
    await route.fulfill({ contentType: 'text/javascript', body: `delete globalThis.WebAssembly;${script}` });
  });
  return () => page.unroute(DECODE_WORKER);
}

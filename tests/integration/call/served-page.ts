/** The page with one end of a call, built and served under the desk's own headers: what its policy refuses does not run here either. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { CHROMIUM_ORIGIN, startAddress } from '../../../electron/security/app-origin.ts';
import { bundleResponse } from '../../../electron/security/bundle-response.ts';
import type { MeasuringEnd } from './measuring-page/main.ts';

export interface ServedPage {
  url: string;
  close(): void;
}

/** @param folder of the page; the one that measures brings the models, and takes longer to build */
export async function servePage(folder: 'page' | 'measuring-page' = 'page'): Promise<ServedPage> {
  const built = (await build({
    configFile: false,
    root: join(import.meta.dirname, folder),
    base: './',
    logLevel: 'warn',
    build: { write: false, target: 'chrome140', minify: false, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
    worker: { format: 'es' },
  })) as Rolldown.RolldownOutput;
  const files = new Map(built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
  const server = createServer((request, response) => {
    const { headers, ...decision } = bundleResponse({ method: 'GET', url: new URL(request.url!, startAddress(CHROMIUM_ORIGIN)).href }, CHROMIUM_ORIGIN);
    const file = decision.status === 200 ? files.get(decision.segments.join('/')) : undefined;
    response.writeHead(file === undefined ? 404 : decision.status, headers).end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}

/** Asks the page by name. */
export const askEnd = <Name extends keyof MeasuringEnd>(page: Page, name: Name, ...args: Parameters<MeasuringEnd[Name]>): Promise<Awaited<ReturnType<MeasuringEnd[Name]>>> =>
  page.evaluate(([asked, given]) => (globalThis as unknown as { end: Record<string, (...parts: unknown[]) => unknown> }).end[asked]!(...given), [name, args] as [string, unknown[]]) as never;

/** Builds the page with the engine, serves it under the policy of the citizens' page and opens it in Chromium; what leaves the machine is reported. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { identificationAssets } from '../../../electron/launch/bundles/identification-assets.ts';
import { FACE_DATA } from './face-data.ts';
import type { EnginePage } from './page/main.ts';

/** As docs/identification.md gives it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' blob:; media-src 'self' blob:; style-src 'self'";
const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm', jpg: 'image/jpeg', webm: 'video/webm' };

export interface OpenedEngine {
  page: Page;
  ask<Name extends keyof EnginePage>(name: Name, ...args: Parameters<EnginePage[Name]>): Promise<Awaited<ReturnType<EnginePage[Name]>>>;
  /** Requests to anywhere else, and what the policy refused. */
  complaints: readonly string[];
  close(): Promise<void>;
}

/** Built once a process: the engine's packages are large. */
let built: Promise<string> | null = null;

async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'tekser-engine-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn',
    plugins: [identificationAssets()],
    build: { outDir, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 4096 },
    worker: { format: 'es' },
  });
  process.once('exit', () => void rm(outDir, { recursive: true, force: true }));
  return outDir;
}

export interface EngineOptions {
  /** An .mjpeg or .y4m file Chromium shows as its camera. */
  camera?: string;
  /** Replaces files of the bundle by path, as it is when the page asks for them. */
  altered?: ReadonlyMap<string, Uint8Array>;
}

export async function openEnginePage({ camera, altered = new Map() }: EngineOptions = {}): Promise<OpenedEngine> {
  const directory = await (built ??= buildPage());
  const server = await serve(directory, altered);
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser()!.executablePath,
    args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...(camera === undefined ? [] : [`--use-file-for-fake-video-capture=${camera}`])],
  });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${origin}/index.html`);
  return {
    page,
    complaints,
    ask: (name, ...args) =>
      page.evaluate(([asked, given]) => (globalThis as unknown as { engine: Record<string, (...parts: unknown[]) => unknown> }).engine[asked]!(...given), [name, args] as [string, unknown[]]) as never,
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The page under `/`, the pictures of the tests under `/data/`. */
async function serve(directory: string, altered: ReadonlyMap<string, Uint8Array>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const file = path.startsWith('/data/') ? join(FACE_DATA, path.slice('/data/'.length)) : join(directory, path.slice(1));
    readFile(file).then(
      (bytes) => {
        response.setHeader('content-security-policy', POLICY);
        response.setHeader('content-type', TYPES[file.split('.').at(-1)!] ?? 'application/octet-stream');
        response.end(altered.get(path.slice(1)) ?? bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

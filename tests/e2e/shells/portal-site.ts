/** A portal of another origin, with the portals' own library, in a browser of its own that trusts the service as `tekser ncalayer trust` makes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { changeTrust } from '../../../electron/adapters/ncalayer/browser-trust.ts';
import { authorityFile } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';

export interface PortalSite {
  origin: string;
  page: Page;
  close(): Promise<void>;
}

const library = (): string => readFileSync(createRequire(import.meta.url).resolve('ncalayer-js-client'), 'utf8');
const PAGE = '<!doctype html><title>Портал</title><script src="/ncalayer-client.js"></script><h1>Портал</h1>';

/** @param dataDirectory of the desk whose service the browser is to trust */
export async function openPortalSite(dataDirectory: string): Promise<PortalSite> {
  const home = mkdtempSync(join(tmpdir(), 'tekser-portal-'));
  const places = await changeTrust('install', authorityFile(dataDirectory), home);
  if (places.some(({ state }) => state !== 'trusted')) throw new Error(JSON.stringify(places));
  const server = createServer((request, response) => {
    if (request.url === '/ncalayer-client.js') response.setHeader('content-type', 'text/javascript').end(library());
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: findBrowser()!.executablePath,
    headless: true,
    env: { ...(process.env as Record<string, string>), HOME: home },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(origin);
  return {
    origin,
    page,
    async close() {
      await context.close();
      server.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

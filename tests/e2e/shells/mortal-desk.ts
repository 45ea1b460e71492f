/** A desk that a test can kill and start again on the same data, as a power cut or the system would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM_ORIGIN, startAddress } from '../../../electron/security/app-origin.ts';
import { freePort } from '../../fakes/free-port.ts';

export interface MortalDesk {
  /** Of every life of it. */
  readonly dataDirectory: string;
  /** Of the running desk. */
  readonly page: Page;
  /** SIGKILL, and the browser goes with it; resolves when nothing of the desk is left. */
  kill(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const DESK = join(import.meta.dirname, 'desk-process.ts');

export async function openMortalDesk(standUrl: string): Promise<MortalDesk> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'tekser-mortal-'));
  let life: { process: ChildProcess; browser: Browser; page: Page } | null = null;

  async function start(): Promise<void> {
    const port = await freePort();
    const desk = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', DESK, standUrl, dataDirectory, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await Promise.race([once(desk.stdout!, 'data'), once(desk, 'exit')]);
    if (String(said[0]).trim() !== 'open') throw new Error(`the desk did not open: ${String(said[0])}`);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]!.pages()[0]!;
    await page.waitForURL(startAddress(CHROMIUM_ORIGIN));
    life = { process: desk, browser, page };
  }
  async function kill(): Promise<void> {
    if (life === null) return;
    const { process: desk, browser } = life;
    life = null;
    const gone = Promise.all([once(desk, 'exit'), new Promise<void>((resolve) => void browser.once('disconnected', () => resolve()))]);
    desk.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    dataDirectory,
    get page() {
      if (life === null) throw new Error('the desk is dead');
      return life.page;
    },
    kill,
    start,
    async close() {
      await kill();
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

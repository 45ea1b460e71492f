/** Child of the bench: starts once, the workstation, its window alone or an empty window, and tells its parent how far it is. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadChromiumShell, loadDeskWindow, loadLaunchWindow, loadReadConnection } from '../../../electron/launch/bundles/chromium-bundle.ts';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../../electron/launch/repository.ts';
import { CHROMIUM_ORIGIN } from '../../../electron/security/app-origin.ts';
import type { BrowserOptions } from '../../../electron/shell-chromium/browser-switches.ts';
import type { BehindDesk } from '../../../electron/shell-chromium/desk-window.ts';
import type { ChromiumShellOptions } from '../../../electron/shell-chromium/open-chromium-shell.ts';
import { unixNow } from '../observe-ports.ts';
import { memoryOfTree } from '../process-memory.ts';
import { processorTimeOfTree } from '../process-time.ts';
import { coreElsewhere } from './core-elsewhere.ts';
import { LEAST_PAGE, leastCore } from './least-desk.ts';
import { clickUntilReady, firstScreenDrawn } from './play-operator.ts';
import type { StartInstant, StartReport } from './start-report.ts';

/** What is in memory a moment after a start is not yet what stays. */
const SETTLE_MS = 1500;

const report = (what: StartReport): unknown => process.send!(what);
const reached = (instant: StartInstant, at = unixNow()): unknown => report({ instant, at });
const reportProcessorTime = (): unknown => report({ processorMs: processorTimeOfTree(process.pid) });

const [kind, directory, connectionFile] = process.argv.slice(2);
const browser = findBrowser();
if (browser === null || directory === undefined) throw new Error('usage: one-start.ts workstation|embedded|page|least|empty|overlapped DIRECTORY [CONNECTION], with a browser installed');

const STARTS = { empty: startEmpty, overlapped: startOverlapped, page: startPage, least: startLeast, workstation: startWorkstation, embedded: startWorkstation };
const close = await STARTS[kind as keyof typeof STARTS](browser.executablePath, directory);
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
report({ megabytes: memoryOfTree(process.pid) });
await close();
process.disconnect();

async function startWorkstation(executablePath: string, dataDirectory: string): Promise<() => Promise<void>> {
  const { openChromiumShell } = await loadChromiumShell();
  reached('modules');
  const systems = kind === 'embedded' ? ({ type: 'stand', seed: 1 } as const) : await systemsOf(connectionFile ?? '');
  const opened = await openChromiumShell({
    executablePath,
    version: '0.0.0-bench',
    dataDirectory,
    resourcesDirectory: join(REPOSITORY, 'resources'),
    bundleDirectory: RENDERER_BUNDLE,
    systems,
    headless: true,
    phone: 'none',
  });
  if (!opened.ok) throw new Error('another instance works on the data of the bench');
  const { page, close: closeShell } = opened.value;
  await useDesk(page);
  return closeShell;
}

/** Its core is in the parent, and has long been running. */
function startPage(executablePath: string, profile: string): Promise<() => Promise<void>> {
  return startWindowOf(coreElsewhere, RENDERER_BUNDLE, executablePath, profile);
}

function startLeast(executablePath: string, profile: string): Promise<() => Promise<void>> {
  return startWindowOf(leastCore, LEAST_PAGE, executablePath, profile);
}

async function startWindowOf(openCore: () => BehindDesk, bundleDirectory: string, executablePath: string, profile: string): Promise<() => Promise<void>> {
  const { openDeskWindow, startDeskWindow } = await loadDeskWindow();
  reached('modules');
  const starting = startDeskWindow({ ...emptyWindow(profile), executablePath }, CHROMIUM_ORIGIN);
  const { page, close: closeWindow } = await openDeskWindow({ starting, origin: CHROMIUM_ORIGIN, bundleDirectory, offersScreen: true, behind: Promise.resolve(openCore()) });
  await useDesk(page);
  return closeWindow;
}

async function useDesk(page: Page): Promise<void> {
  reached('page');
  const signInDrawn = await firstScreenDrawn(page);
  reached('signIn', signInDrawn);
  reportProcessorTime();
  reached('ready', signInDrawn + (await clickUntilReady(page)));
}

/** As at a counter, where an administrator's file names the systems. */
async function systemsOf(file: string): Promise<ChromiumShellOptions['systems']> {
  const { readConnection } = await loadReadConnection();
  const read = await readConnection(file);
  if (!read.ok) throw new Error(`the connection is ${read.failure.code}`);
  return { type: 'connection', connection: read.value };
}

/** Of every window but the workstation's own, as that one is. */
function emptyWindow(profile: string): BrowserOptions {
  return { profile, reachable: 'nothing', headless: true, place: { width: 1280, height: 860, left: 0, top: 0 }, extraArgs: [] };
}

/** Nothing of ours but the command line: Playwright is read, starts the browser and shows an empty page. */
async function startEmpty(executablePath: string, profile: string): Promise<() => Promise<void>> {
  const { chromium } = await import('playwright-core');
  const { browserSwitches } = await import('../../../electron/shell-chromium/browser-switches.ts');
  reached('modules');
  const context = await chromium.launchPersistentContext(profile, { executablePath, ignoreDefaultArgs: true, args: browserSwitches(emptyWindow(profile)) });
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.goto('about:blank');
  reached('ready');
  reportProcessorTime();
  return () => context.close();
}

/** The same empty window as the desk opens its own: the browser starts while Playwright is read. */
async function startOverlapped(executablePath: string, profile: string): Promise<() => Promise<void>> {
  const { launchWindow } = await loadLaunchWindow();
  reached('modules');
  const { close: closeWindow } = await launchWindow({ ...emptyWindow(profile), executablePath, address: 'about:blank' }, async () => undefined);
  reached('ready');
  reportProcessorTime();
  return closeWindow;
}

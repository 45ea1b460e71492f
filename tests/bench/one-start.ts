/** Child of the bench: starts once, the workstation or an empty window of the same shell, and tells its parent how far it is. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { loadChromiumShell, loadLaunchWindow, loadReadConnection } from '../../electron/launch/chromium-bundle.ts';
import { findBrowser } from '../../electron/launch/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../electron/launch/repository.ts';
import type { ChromiumShellOptions } from '../../electron/shell-chromium/open-chromium-shell.ts';
import type { WindowHost, WireValue } from '../../shared/ipc/wire.ts';
import { unixNow } from './observe-ports.ts';
import { memoryOfTree } from './process-memory.ts';
import type { StartInstant, StartReport } from './start-report.ts';

/** What is in memory a moment after a start is not yet what stays. */
const SETTLE_MS = 1500;

/** Shown by the desk alone: the camera's place. */
const DESK = '.scan-panel';

/**
 * A person needs this long from a screen to the click on it. Not counted, as is what the script takes to play that person: the clock
 * stands from the moment a screen is drawn until the call its click makes. What the desk makes ready meanwhile is ready.
 */
const HAND_MS = 1000;

const report = (what: StartReport): unknown => process.send!(what);
const reached = (instant: StartInstant, at = unixNow()): unknown => report({ instant, at });
const hand = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, HAND_MS));

const [kind, directory, connectionFile] = process.argv.slice(2);
const browser = findBrowser();
if (browser === null || directory === undefined) throw new Error('usage: one-start.ts workstation|embedded|empty DIRECTORY [CONNECTION], with a browser installed');

const close = await (kind === 'empty' ? startEmpty : startWorkstation)(browser.executablePath, directory);
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
  reached('page');
  const signInDrawn = await page.evaluate(firstPaint);
  reached('signIn', signInDrawn);
  await hand();
  reached('ready', signInDrawn + (await clickUntilReady(page)));
  return closeShell;
}

/** Milliseconds the desk keeps its operator waiting between their clicks; who chose a purpose yesterday is not asked for it today. */
async function clickUntilReady(page: Page): Promise<number> {
  const signingIn = await page.evaluate(callAndSee, ['operator.signInTraining', { operatorId: 'training-tson' }, `[data-screen="purpose"] h1, ${DESK}`] as const);
  if ((await page.locator(DESK).count()) > 0) return signingIn;
  await hand();
  return signingIn + (await page.evaluate(callAndSee, ['operator.choosePurpose', { purposeId: 'state-service' }, DESK] as const));
}

/** As at a counter, where an administrator's file names the systems. */
async function systemsOf(file: string): Promise<ChromiumShellOptions['systems']> {
  const { readConnection } = await loadReadConnection();
  const read = await readConnection(file);
  if (!read.ok) throw new Error(`the connection is ${read.failure.code}`);
  return { type: 'connection', connection: read.value };
}

/** Runs in the page, which knows when it drew better than whoever asks it: unix milliseconds of the first text or picture (Paint Timing). */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) resolve(performance.timeOrigin + startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** Runs in the page: the milliseconds from a call to the drawing of what it brings. */
async function callAndSee([name, input, selector]: readonly [string, WireValue, string]): Promise<number> {
  const clicked = performance.now();
  await (globalThis as unknown as { host: WindowHost }).host.call(name, input);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  do await frame();
  while (document.querySelector(selector) === null);
  await frame();
  return performance.now() - clicked;
}

async function startEmpty(executablePath: string, profile: string): Promise<() => Promise<void>> {
  const { launchWindow } = await loadLaunchWindow();
  reached('modules');
  const { close: closeWindow } = await launchWindow(
    {
      executablePath,
      profile,
      address: 'about:blank',
      reachable: 'nothing',
      headless: true,
      place: { width: 1280, height: 860, left: 0, top: 0 },
      locale: null,
      timezone: null,
      extraArgs: [],
    },
    async () => undefined,
  );
  reached('ready');
  return closeWindow;
}

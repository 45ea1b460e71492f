/** Child of the bench: starts once, the workstation or an empty window of the same shell, and tells its parent how far it is. */
import { join } from 'node:path';
import { loadChromiumShell, loadLaunchWindow } from '../../electron/launch/chromium-bundle.ts';
import { findBrowser } from '../../electron/launch/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../electron/launch/repository.ts';
import type { WindowHost } from '../../shared/ipc/wire.ts';
import { unixNow } from './observe-ports.ts';
import { memoryOfTree } from './process-memory.ts';
import type { StartInstant, StartReport } from './start-report.ts';

/** What is in memory a moment after a start is not yet what stays. */
const SETTLE_MS = 1500;

/** A person needs this long for each of two clicks; not counted, but what the desk makes ready meanwhile is ready. */
const HAND_MS = 1000;

const report = (what: StartReport): unknown => process.send!(what);
let handMs = 0;
const reached = (instant: StartInstant): unknown => report({ instant, at: unixNow() - handMs });
async function waitForHand(): Promise<void> {
  const from = unixNow();
  await new Promise((resolve) => setTimeout(resolve, HAND_MS));
  handMs += unixNow() - from;
}

interface PageWithHost {
  host: WindowHost;
}

const [kind, directory] = process.argv.slice(2);
const browser = findBrowser();
if (browser === null || directory === undefined) throw new Error('usage: one-start.ts workstation|empty DIRECTORY, with a browser installed');

const close = kind === 'workstation' ? await startWorkstation(browser.executablePath, directory) : await startEmpty(browser.executablePath, directory);
reached('ready');
await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
report({ megabytes: memoryOfTree(process.pid) });
await close();
process.disconnect();

async function startWorkstation(executablePath: string, dataDirectory: string): Promise<() => Promise<void>> {
  const { openChromiumShell } = await loadChromiumShell();
  reached('modules');
  const opened = await openChromiumShell({
    executablePath,
    version: '0.0.0-bench',
    dataDirectory,
    resourcesDirectory: join(REPOSITORY, 'resources'),
    bundleDirectory: RENDERER_BUNDLE,
    systems: { type: 'stand', seed: 1 },
    headless: true,
    phone: 'none',
  });
  if (!opened.ok) throw new Error('another instance works on the data of the bench');
  const { page, close: closeShell } = opened.value;
  reached('page');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  reached('signIn');
  await waitForHand();
  await page.evaluate(() => (globalThis as unknown as PageWithHost).host.call('operator.signInTraining', { operatorId: 'training-tson' }));
  await page.locator('[data-screen="purpose"], [data-screen="desk"]').waitFor();
  reached('signedIn');
  await waitForHand();
  await page.evaluate(() => (globalThis as unknown as PageWithHost).host.call('operator.choosePurpose', { purposeId: 'state-service' }));
  await page.locator('[data-screen="desk"] .scan-panel').waitFor();
  return closeShell;
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
  return closeWindow;
}

/** Child of the bench: starts once, the workstation or an empty window of the same shell, and tells its parent how far it is. */
import { join } from 'node:path';
import { findBrowser } from '../../electron/launch/find-browser.ts';
import { RENDERER_BUNDLE, REPOSITORY } from '../../electron/launch/repository.ts';
import type { WindowHost } from '../../shared/ipc/wire.ts';
import { unixNow } from './observe-ports.ts';
import { memoryOfTree } from './process-memory.ts';
import type { StartInstant, StartReport } from './start-report.ts';

/** What is in memory a moment after a start is not yet what stays. */
const SETTLE_MS = 1500;

const report = (what: StartReport): unknown => process.send!(what);
const reached = (instant: StartInstant): unknown => report({ instant, at: unixNow() });

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
  const { openChromiumShell } = await import('../../electron/shell-chromium/open-chromium-shell.ts');
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
  // Ready to scan is the desk itself: the operator's two clicks are made here without waiting for a hand.
  await page.evaluate(async () => {
    const { host } = globalThis as unknown as { host: WindowHost };
    await host.call('operator.signInTraining', { operatorId: 'training-tson' });
    await host.call('operator.choosePurpose', { purposeId: 'state-service' });
  });
  reached('signedIn');
  await page.locator('[data-screen="desk"] .scan-panel').waitFor();
  return closeShell;
}

async function startEmpty(executablePath: string, profile: string): Promise<() => Promise<void>> {
  const { launchWindow } = await import('../../electron/shell-chromium/launch-window.ts');
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

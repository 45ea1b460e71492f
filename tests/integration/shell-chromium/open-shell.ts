/** The whole Chromium shell on the embedded stand, with the fixture page in place of the renderer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../electron/launch/browser/find-browser.ts';
import { type ChromiumShell, type ChromiumShellOptions, openChromiumShell } from '../../../electron/shell-chromium/open-chromium-shell.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');

export const makeDataDirectory = (): Promise<string> => mkdtemp(join(tmpdir(), 'tekser-shell-'));
export const removeDataDirectory = (directory: string): Promise<void> => rm(directory, { recursive: true, force: true });

export const shellOptions = (dataDirectory: string): ChromiumShellOptions => ({
  executablePath: findBrowser()!.executablePath,
  version: '0.0.0',
  dataDirectory,
  resourcesDirectory: join(REPOSITORY, 'resources'),
  bundleDirectory: join(REPOSITORY, 'tests/security/bundle'),
  systems: { type: 'stand', seed: 1 },
  headless: true,
});

export async function openShell(options: ChromiumShellOptions): Promise<ChromiumShell> {
  const opened = await openChromiumShell(options);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

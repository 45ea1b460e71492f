/** A real desk window of the Chromium shell around a small page that tries what a page must not be able to do. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../electron/launch/find-browser.ts';
import { CHROMIUM_ORIGIN } from '../../electron/security/app-origin.ts';
import { type DeskWindow, openDeskWindow } from '../../electron/shell-chromium/desk-window.ts';
import type { RecordingLogger } from '../contract/recording-logger.ts';
import { startEchoCore } from '../contract/transport.ts';

export interface FixtureDesk extends AsyncDisposable {
  desk: DeskWindow;
  logger: RecordingLogger;
  /** What the page's own code achieved: a value, or the name of the error that stopped it. */
  attempt(name: string, argument?: string): Promise<{ did: unknown } | { refused: string }>;
}

export async function openFixtureDesk(): Promise<FixtureDesk> {
  const profile = await mkdtemp(join(tmpdir(), 'tekser-fixture-'));
  const { logger, server, events } = startEchoCore(CHROMIUM_ORIGIN);
  const desk = await openDeskWindow({
    window: {
      executablePath: findBrowser()!.executablePath,
      profile,
      headless: true,
      place: { width: 800, height: 600, left: 0, top: 0 },
      locale: null,
      extraArgs: ['--use-fake-device-for-media-stream'],
      environment: {},
    },
    bundleDirectory: join(import.meta.dirname, 'bundle'),
    server,
    events,
    logger,
  });
  return {
    desk,
    logger,
    attempt: (name, argument) =>
      desk.page.evaluate(
        ([what, how]) =>
          (window as unknown as { attempt(what: string, how?: string): Promise<{ did: unknown } | { refused: string }> }).attempt(what!, how),
        [name, argument],
      ),
    async [Symbol.asyncDispose]() {
      await desk.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

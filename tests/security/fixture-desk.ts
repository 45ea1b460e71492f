/** A real desk window of the Chromium shell around a small page that tries what a page must not be able to do. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../electron/launch/browser/find-browser.ts';
import { CHROMIUM_ORIGIN } from '../../electron/security/app-origin.ts';
import { type DeskWindow, openDeskWindow, startDeskWindow } from '../../electron/shell-chromium/desk-window.ts';
import type { DeskMedia } from '../../electron/security/permission-policy.ts';
import type { WindowHost } from '../../shared/ipc/wire.ts';
import type { RecordingLogger } from '../contract/recording-logger.ts';
import { startEchoCore } from '../contract/transport.ts';

export interface FixtureDesk extends AsyncDisposable {
  desk: DeskWindow;
  logger: RecordingLogger;
  /** As if the operator had signed in, begun to take calls, locked the desk or gone. */
  become(media: DeskMedia): Promise<void>;
  /** What the page's own code achieved: a value, or the name of the error that stopped it. */
  attempt(name: string, argument?: string): Promise<{ did: unknown } | { refused: string }>;
}

export async function openFixtureDesk(): Promise<FixtureDesk> {
  const profile = await mkdtemp(join(tmpdir(), 'tekser-fixture-'));
  const { logger, server, events } = startEchoCore(CHROMIUM_ORIGIN);
  let follow!: (media: DeskMedia) => void;
  const desk = await openDeskWindow({
    starting: startDeskWindow(
      {
        executablePath: findBrowser()!.executablePath,
        profile,
        headless: true,
        place: { width: 800, height: 600, left: 0, top: 0 },
        extraArgs: ['--use-fake-device-for-media-stream'],
      },
      CHROMIUM_ORIGIN,
    ),
    origin: CHROMIUM_ORIGIN,
    bundleDirectory: join(import.meta.dirname, 'bundle'),
    offersScreen: false,
    behind: Promise.resolve({
      hostEnd: { server, events, origin: CHROMIUM_ORIGIN },
      operator: { state: () => 'signed-out' as const, media: () => 'nothing' as const, onMediaChange: (listener: typeof follow) => ((follow = listener), () => undefined) },
      logger,
    }),
  });
  return {
    desk,
    become: async (media) => {
      follow(media);
      // The answer of any call waits until the browser knows.
      await desk.page.evaluate(() => (window as unknown as { host: WindowHost }).host.call('echo.refuse', null));
    },
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

/** The operator's window: bundle, binding, permissions and blocks in place before its first page loads. */
import type { BrowserContext, Page } from 'playwright-core';
import { type AppOrigin, startAddress } from '../security/app-origin.ts';
import type { Workstation } from '../workstation/workstation.ts';
import { installBindingTransport } from './binding-transport.ts';
import { createMediaGate, type MediaGate } from './media-gate.ts';
import { type StartingWindow, startWindow, type WindowOptions } from './launch-window.ts';
import { serveBundleOnly } from './request-interception.ts';

/** What the window needs of the workstation behind it, which may come to be later than its page. */
export type BehindDesk = Pick<Workstation, 'hostEnd' | 'operator' | 'logger'>;

export interface DeskWindowOptions {
  /** Of `startDeskWindow`, for the same origin. */
  starting: StartingWindow;
  origin: AppOrigin;
  bundleDirectory: string;
  /** Whether the page may ask for a picture of the screen: its browser then has the operator choose what of it. */
  offersScreen: boolean;
  behind: Promise<BehindDesk>;
}

export interface DeskWindow {
  page: Page;
  context: BrowserContext;
  ended: Promise<'closed' | 'crashed'>;
  close(): Promise<void>;
}

/** The browser of the desk: it takes longer to start than the core, and needs nothing of it until its page is loaded. */
export const startDeskWindow = (window: Omit<WindowOptions, 'address' | 'reachable'>, origin: AppOrigin): StartingWindow =>
  startWindow({ ...window, address: startAddress(origin), reachable: 'nothing' });

export async function openDeskWindow({ starting, origin, bundleDirectory, offersScreen, behind }: DeskWindowOptions): Promise<DeskWindow> {
  const { context, page, close } = await starting.show(async (fresh) => {
    const gate = openMediaGate(fresh, origin, behind);
    await Promise.all([
      serveBundleOnly(fresh, { origin, directory: bundleDirectory, offersScreen }),
      installBindingTransport(fresh, {
        origin,
        hostEnd: behind.then(({ hostEnd }) => hostEnd),
        beforeReply: async () => (await gate).settled(),
      }),
    ]);
  });
  const ended = new Promise<'closed' | 'crashed'>((resolve) => {
    page.once('crash', () => resolve('crashed'));
    page.once('close', () => resolve('closed'));
    context.once('close', () => resolve('closed'));
  });
  return { page, context, ended, close };
}

async function openMediaGate(context: BrowserContext, origin: AppOrigin, behind: Promise<BehindDesk>): Promise<MediaGate> {
  const { operator, logger } = await behind;
  const gate = createMediaGate(context, origin, (error) => void logger.fault('media-gate', error));
  gate.follow(operator.media());
  context.once('close', operator.onMediaChange(gate.follow));
  return gate;
}

/** The operator's window: bundle, binding, permissions and blocks in place before its first page loads. */
import type { BrowserContext, Page } from 'playwright-core';
import type { HostEnd } from '../ipc/answer-message.ts';
import type { Logger } from '../ports/logger.ts';
import { type AppOrigin, startAddress } from '../security/app-origin.ts';
import type { OperatorPresence } from '../workstation/operator-presence.ts';
import { installBindingTransport } from './binding-transport.ts';
import { createCameraGate } from './camera-gate.ts';
import { type StartingWindow, startWindow, type WindowOptions } from './launch-window.ts';
import { serveBundleOnly } from './request-interception.ts';

export interface DeskWindowOptions {
  /** Of `startDeskWindow`, for the same origin. */
  starting: StartingWindow;
  bundleDirectory: string;
  hostEnd: HostEnd;
  /** Decides over the camera. */
  operator: Pick<OperatorPresence, 'state' | 'onChange'>;
  logger: Logger;
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

export async function openDeskWindow({ starting, bundleDirectory, hostEnd, operator, logger }: DeskWindowOptions): Promise<DeskWindow> {
  const { origin } = hostEnd;
  const { context, page, close } = await starting.show(async (fresh) => {
    const gate = createCameraGate(fresh, origin, (error) => void logger.fault('camera-gate', error));
    gate.follow(operator.state());
    const stop = operator.onChange(gate.follow);
    fresh.once('close', stop);
    await serveBundleOnly(fresh, { origin, directory: bundleDirectory });
    await installBindingTransport(fresh, { ...hostEnd, beforeReply: gate.settled });
  });
  const ended = new Promise<'closed' | 'crashed'>((resolve) => {
    page.once('crash', () => resolve('crashed'));
    page.once('close', () => resolve('closed'));
    context.once('close', () => resolve('closed'));
  });
  return { page, context, ended, close };
}

/** The operator's window: bundle, binding, permissions and blocks in place before its first page loads. */
import type { BrowserContext, Page } from 'playwright-core';
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import type { EventQueue } from '../ipc/event-queue.ts';
import type { ContractServer } from '../ipc/serve-contract.ts';
import type { Logger } from '../ports/logger.ts';
import { CHROMIUM_ORIGIN, startAddress } from '../security/app-origin.ts';
import { installBindingTransport } from './binding-transport.ts';
import { type CameraGate, createCameraGate } from './camera-gate.ts';
import { launchWindow, type WindowOptions } from './launch-window.ts';
import { serveBundleOnly } from './request-interception.ts';

export interface DeskWindowOptions {
  window: Omit<WindowOptions, 'address' | 'reachable'>;
  bundleDirectory: string;
  server: ContractServer;
  events: EventQueue;
  logger: Logger;
}

export interface DeskWindow {
  page: Page;
  context: BrowserContext;
  /** Tells the window who is at the desk, for what the browser may be allowed. */
  follow(session: OperatorSession['state']): void;
  ended: Promise<'closed' | 'crashed'>;
  close(): Promise<void>;
}

export async function openDeskWindow({ window, bundleDirectory, server, events, logger }: DeskWindowOptions): Promise<DeskWindow> {
  const origin = CHROMIUM_ORIGIN;
  let gate!: CameraGate;
  const { context, page } = await launchWindow(
    { ...window, address: startAddress(origin), reachable: 'nothing' },
    async (fresh) => {
      gate = createCameraGate(fresh, origin, (error) => void logger.fault('camera-gate', error));
      await serveBundleOnly(fresh, { origin, directory: bundleDirectory });
      await installBindingTransport(fresh, { origin, server, events, beforeReply: () => gate.settled() });
    },
  );
  const ended = new Promise<'closed' | 'crashed'>((resolve) => {
    page.once('crash', () => resolve('crashed'));
    page.once('close', () => resolve('closed'));
    context.once('close', () => resolve('closed'));
  });
  return {
    page,
    context,
    follow: (session) => gate.follow(session),
    ended,
    close: () => context.close(),
  };
}

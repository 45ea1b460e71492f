/** Carries the contract between the page in the browser and the core in this process. */
import type { BrowserContext } from 'playwright-core';
import type { EventQueue } from '../ipc/event-queue.ts';
import type { ContractServer } from '../ipc/serve-contract.ts';
import { type AppOrigin, startAddress } from '../security/app-origin.ts';
import { BINDING_NAME, installWindowHost } from './init-script.ts';

export interface BindingTransport {
  origin: AppOrigin;
  server: ContractServer;
  events: EventQueue;
  /** Settles what must be in place before the page goes on, such as a permission just granted. */
  beforeReply(): Promise<void>;
}

/** Must be installed before the first navigation: the page's first script already expects `window.host`. */
export async function installBindingTransport(
  context: BrowserContext,
  { origin, server, events, beforeReply }: BindingTransport,
): Promise<void> {
  // An exception in a binding would reach the page with message and stack; neither branch can throw.
  await context.exposeBinding(BINDING_NAME, async ({ frame, page }, message: unknown) => {
    const caller = { frame: frame === page.mainFrame() ? 'top' : 'inner', address: frame.url() } as const;
    const { type, name, input } = fieldsOf(message);
    if (type === 'events') return caller.frame === 'top' ? events.next() : [];
    const reply = await server(caller, name, input);
    await beforeReply();
    return reply;
  });
  await context.addInitScript(installWindowHost, { bindingName: BINDING_NAME, address: startAddress(origin) });
}

const fieldsOf = (message: unknown): { type?: unknown; name?: unknown; input?: unknown } =>
  typeof message === 'object' && message !== null ? message : {};

/** Carries the contract between the page in the browser and the core in this process. */
import type { BrowserContext } from 'playwright-core';
import { answerMessage, type HostEnd } from '../ipc/answer-message.ts';
import type { AppOrigin } from '../security/app-origin.ts';
import { BINDING_NAME, initScript } from './init-script.ts';

export interface BindingTransport {
  origin: AppOrigin;
  /** The page may ask before there is anybody to answer. */
  hostEnd: Promise<HostEnd>;
  /** Settles what must be in place before the page goes on, such as a permission just granted. */
  beforeReply(): Promise<void>;
}

/**
 * Must be installed before the first navigation: the page's first script already expects `window.host`.
 * An exception in a binding would reach the page with message and stack: nothing in this one throws.
 */
export async function installBindingTransport(context: BrowserContext, transport: BindingTransport): Promise<void> {
  await context.exposeBinding(BINDING_NAME, async ({ frame, page }, message: unknown) => {
    const caller = { frame: frame === page.mainFrame() ? 'top' : 'inner', address: frame.url() } as const;
    const answer = await answerMessage(await transport.hostEnd, caller, message);
    await transport.beforeReply();
    return answer;
  });
  await context.addInitScript({ content: initScript(transport.origin.host) });
}

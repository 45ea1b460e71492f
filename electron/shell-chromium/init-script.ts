/** What runs in the page before its own scripts: hides the raw binding and leaves the frozen `window.host` in its place. */
import type { WindowHost } from '../../shared/ipc/wire.ts';
import { createWindowHost, type HostMessage } from '../ipc/window-host.ts';

export const BINDING_NAME = '__tekserHost';

type Send = (message: HostMessage) => Promise<unknown>;

/** Runs in the browser: it must not refer to anything outside itself. */
function installWindowHost(createHost: (send: Send) => WindowHost, bindingName: string, ownHost: string): void {
  const page = globalThis as unknown as Record<string, unknown> & { top: unknown; location: { host: string } };
  const send = page[bindingName] as Send;
  delete page[bindingName];
  // That other frames cannot call is decided by the caller policy; here they are only given nothing.
  if (page.top !== globalThis || page.location.host !== ownHost) return;
  Object.defineProperty(page, 'host', { value: createHost(send), enumerable: true, writable: false, configurable: false });
}

export const initScript = (ownHost: string): string =>
  `(${installWindowHost})(${createWindowHost}, ${JSON.stringify(BINDING_NAME)}, ${JSON.stringify(ownHost)});`;

/** What runs in the page before its own scripts: hides the raw binding and leaves the frozen `window.host` in its place. */
import type { EventMessage, Reply, WindowHost, WireValue } from '../../shared/ipc/wire.ts';

export const BINDING_NAME = '__tekserHost';

/** What crosses the binding: a call, or a question for the events that happened since. */
export type BindingMessage = { type: 'call'; name: string; input: WireValue } | { type: 'events' };

type RawBinding = (message: BindingMessage) => Promise<unknown>;

/**
 * Sent to the browser as text: it must not refer to anything outside itself.
 * Inner frames keep nothing at all; that they cannot call is decided by the caller policy, not here.
 */
export function installWindowHost({ bindingName, address }: { bindingName: string; address: string }): void {
  const page = globalThis as unknown as Record<string, unknown> & { top: unknown; location: { href: string } };
  const raw = page[bindingName] as RawBinding;
  delete page[bindingName];
  if (page.top !== globalThis || new URL(page.location.href).host !== new URL(address).host) return;

  const listeners = new Set<(message: EventMessage) => void>();
  let listening = false;
  const listen = async (): Promise<void> => {
    listening = true;
    while (listeners.size > 0) {
      for (const message of (await raw({ type: 'events' })) as EventMessage[]) {
        for (const listener of listeners) listener(message);
      }
    }
    listening = false;
  };
  const host: WindowHost = Object.freeze({
    call: (name: string, input: WireValue) => raw({ type: 'call', name, input }) as Promise<Reply>,
    subscribe: (listener: (message: EventMessage) => void) => {
      listeners.add(listener);
      // The binding is gone only when the page itself is.
      if (!listening) listen().catch(() => (listening = false));
      return () => void listeners.delete(listener);
    },
  });
  Object.defineProperty(page, 'host', { value: host, enumerable: true, writable: false, configurable: false });
}

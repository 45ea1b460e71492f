/** Makes the `window.host` both shells give to the page, over whatever carries one message and brings its answer. */
import type { EventMessage, Reply, WindowHost, WireValue } from '../../shared/ipc/wire.ts';

/** A call, or a question for the events that happened since the last one. */
export type HostMessage = { type: 'call'; name: string; input: WireValue } | { type: 'events' };

/** The Chromium shell sends this function to the browser as text: it must not refer to anything outside itself. */
export function createWindowHost(send: (message: HostMessage) => Promise<unknown>): WindowHost {
  const listeners = new Set<(message: EventMessage) => void>();
  let listening = false;
  const listen = async (): Promise<void> => {
    listening = true;
    while (listeners.size > 0) {
      for (const message of (await send({ type: 'events' })) as EventMessage[]) {
        for (const listener of listeners) listener(message);
      }
    }
    listening = false;
  };
  return Object.freeze({
    call: (name: string, input: WireValue) => send({ type: 'call', name, input }) as Promise<Reply>,
    subscribe: (listener: (message: EventMessage) => void) => {
      listeners.add(listener);
      // The way to the core breaks only when the page or the program ends.
      if (!listening) listen().catch(() => (listening = false));
      return () => void listeners.delete(listener);
    },
  });
}

/** The typed client of the page: every call of the contract answers with a value, every event with a listener. */
import type { Host } from '../../shared/ipc/contract.ts';
import type { EventMessage, Fault, WindowHost, WireValue } from '../../shared/ipc/wire.ts';
import { failure, success } from '../../shared/util/result.ts';

/** A transport that broke (the core is gone) looks like an internal fault without a reference. */
const TRANSPORT_GONE: Fault = { code: 'internal', ref: '-' };

export function createHostClient(host: WindowHost): Host {
  const listeners = new Map<string, Set<Listener>>();
  host.subscribe(({ name, payload }: EventMessage) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never);
  });

  const call = (name: string) => async (input: WireValue) => {
    try {
      const reply = await host.call(name, input);
      return reply.ok ? success(reply.value) : failure(reply.fault);
    } catch {
      return failure(TRANSPORT_GONE);
    }
  };
  const event = (name: string) => (listener: Listener) => {
    const ofName = listeners.get(name) ?? new Set();
    listeners.set(name, ofName.add(listener));
    return () => void ofName.delete(listener);
  };

  // The names are those the caller writes, which the contract's type checks: the contract itself stays out of the page, where
  // building its schemas would cost a good part of the first screen. Only an event is given a function: none crosses the wire.
  const member = (name: string) => {
    const ask = call(name);
    const hear = event(name);
    return (given: WireValue | Listener) => (typeof given === 'function' ? hear(given) : ask(given));
  };
  return byName((domain) => byName((name) => member(`${domain}.${name}`))) as unknown as Host;
}

type Listener = (payload: never) => void;

/** An object with every name there is, even those every object has; each is made when first asked for and stays the same. */
function byName<Value>(make: (name: string) => Value): Record<string, Value> {
  const made: Record<string, Value> = Object.create(null) as Record<string, Value>;
  return new Proxy(made, { get: (_, name) => (typeof name === 'string' ? (made[name] ??= make(name)) : undefined) });
}

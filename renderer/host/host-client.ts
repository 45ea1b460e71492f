/** The typed client of the page: every call of the contract answers with a value, every event with a listener. */
import { contract, type Host } from '../../shared/ipc/contract.ts';
import type { ContractShape } from '../../shared/ipc/define-contract.ts';
import type { EventMessage, Fault, WindowHost, WireValue } from '../../shared/ipc/wire.ts';
import { failure, success } from '../../shared/util/result.ts';

/** A transport that broke (the core is gone) looks like an internal fault without a reference. */
const TRANSPORT_GONE: Fault = { code: 'internal', ref: '-' };

export function createHostClient(host: WindowHost): Host {
  const listeners = new Map<string, Set<(payload: never) => void>>();
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
  const event = (name: string) => (listener: (payload: never) => void) => {
    const ofName = listeners.get(name) ?? new Set();
    listeners.set(name, ofName.add(listener));
    return () => void ofName.delete(listener);
  };

  const domains = Object.entries<ContractShape[string]>(contract).map(([domain, members]) => [
    domain,
    Object.fromEntries(
      Object.entries(members).map(([name, member]) => {
        const full = `${domain}.${name}`;
        return [name, member.type === 'call' ? call(full) : event(full)];
      }),
    ),
  ]);
  // The shape is built from the contract itself, so the type that is derived from the same value holds.
  return Object.fromEntries(domains) as Host;
}

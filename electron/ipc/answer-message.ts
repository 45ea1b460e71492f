/** The core's end of `window.host`: one message in, its answer out, the same for every transport. */
import type { EventMessage, Reply } from '../../shared/ipc/wire.ts';
import type { AppOrigin } from '../security/app-origin.ts';
import { type Caller, mayCall } from './caller-policy.ts';
import type { EventQueue } from './event-queue.ts';
import type { ContractServer } from './serve-contract.ts';

export interface HostEnd {
  origin: AppOrigin;
  server: ContractServer;
  events: EventQueue;
}

/** `message` is whatever the caller sent; the contract server judges its parts. */
export function answerMessage({ origin, server, events }: HostEnd, caller: Caller, message: unknown): Promise<Reply | EventMessage[]> {
  const { type, name, input }: { type?: unknown; name?: unknown; input?: unknown } =
    typeof message === 'object' && message !== null ? message : {};
  if (type === 'events' && mayCall(caller, origin)) return events.next();
  return server(caller, name, input);
}

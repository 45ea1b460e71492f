/** The core's voice: one function for every event of the contract, each sent as one message. */
import type { ContractShape, Publisher } from '../../shared/ipc/define-contract.ts';
import type { EventMessage } from '../../shared/ipc/wire.ts';
import { toWire } from './wire-encoding.ts';

export function createPublisher<Shape extends ContractShape>(
  contract: Shape,
  send: (message: EventMessage) => void,
  output: 'parsed' | 'trusted',
): Publisher<Shape> {
  const domains = Object.entries(contract).map(([domain, members]) => {
    const events = Object.entries(members).flatMap(([name, member]) =>
      member.type === 'event'
        ? [
            [
              name,
              (payload: unknown) =>
                send({ name: `${domain}.${name}`, payload: toWire(output === 'parsed' ? member.payload.parse(payload) : payload) }),
            ] as const,
          ]
        : [],
    );
    return [domain, Object.fromEntries(events)] as const;
  });
  // Built from the contract itself, so the type derived from the same value holds.
  return Object.fromEntries(domains) as Publisher<Shape>;
}

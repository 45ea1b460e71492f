/** Page and core in one process, with nothing between them. */
import { answerMessage } from '../../electron/ipc/answer-message.ts';
import type { Caller } from '../../electron/ipc/caller-policy.ts';
import { createWindowHost } from '../../electron/ipc/window-host.ts';
import { CHROMIUM_ORIGIN, startAddress } from '../../electron/security/app-origin.ts';
import type { Reply } from '../../shared/ipc/wire.ts';
import { hearOn, startEchoCore, type TransportUnderTest } from './transport.ts';

export async function openInMemoryTransport(): Promise<TransportUnderTest> {
  const origin = CHROMIUM_ORIGIN;
  const core = startEchoCore(origin);
  const address = startAddress(origin);
  const from = (caller: Caller) => (message: unknown) => answerMessage({ ...core, origin }, caller, message);
  const host = createWindowHost(from({ frame: 'top', address }));
  return {
    logger: core.logger,
    call: host.call,
    hear: (counts) => hearOn(host, counts),
    callFromInnerFrame: (name, input) => from({ frame: 'inner', address })({ type: 'call', name, input }) as Promise<Reply>,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

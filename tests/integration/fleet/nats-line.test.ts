/** The line of a workstation to real NATS servers, when it goes silent with more to say than it holds. */
import { expect, it } from 'vitest';
import { openNatsLine } from '../../../electron/gateways/jetstream/nats-line.ts';
import { startFaultProxy } from './fault-proxy.ts';
import { missingNats, startNats } from './nats-servers.ts';

const missing = missingNats();
/** More than the sockets of both ends hold, in the largest messages NATS takes. */
const MESSAGES = 12;
const LARGEST_BYTES = 1_000_000;

it.skipIf(missing !== null)(`leaves a silent line although what it has to say is stuck in it${missing === null ? '' : ` (skipped: ${missing})`}`, async ({ onTestFinished }) => {
  const nats = await startNats(1);
  onTestFinished(() => nats.stop());
  const proxy = await startFaultProxy(nats.servers[0]!.port);
  onTestFinished(() => proxy.close());
  const { connection } = await openNatsLine({ servers: [`nats://127.0.0.1:${proxy.port}`], timeoutMs: 300 }, 'desk-1');
  onTestFinished(() => connection.close());
  const left = Promise.withResolvers<void>();
  void (async () => {
    for await (const { type } of connection.status()) if (type === 'disconnect') left.resolve();
  })();

  proxy.fault({ kind: 'half-open' });
  for (let message = 0; message < MESSAGES; message += 1) connection.publish('somewhere', new Uint8Array(LARGEST_BYTES));
  // The line stays silent: nothing but its own pings tells it to leave.
  await left.promise;

  proxy.fault({ kind: 'none' });
  await expect.poll(() => connection.rtt().then(() => true, () => false)).toBe(true);
});

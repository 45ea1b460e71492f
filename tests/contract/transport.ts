/** What the contract suite asks of a transport: a host for the page, and a core whose doings can be looked at. */
import type { Reply, WindowHost, WireValue } from '../../shared/ipc/wire.ts';
import { createEventQueue, type EventQueue } from '../../electron/ipc/event-queue.ts';
import { createPublisher } from '../../electron/ipc/publisher.ts';
import { type ContractServer, serveContract } from '../../electron/ipc/serve-contract.ts';
import type { AppOrigin } from '../../electron/security/app-origin.ts';
import { echoContract, echoHandlers } from './echo-contract.ts';
import { type RecordingLogger, recordingLogger } from './recording-logger.ts';

export interface TransportUnderTest extends AsyncDisposable {
  logger: RecordingLogger;
  call(name: string, input: WireValue): Promise<Reply>;
  /** Subscribes, asks the core to speak `counts` in order, and answers with what was heard. */
  hear(counts: readonly number[]): Promise<number[]>;
  /** The same call by an inner frame of the page. */
  callFromInnerFrame(name: string, input: WireValue): Promise<Reply>;
}

export interface EchoCore {
  logger: RecordingLogger;
  server: ContractServer;
  events: EventQueue;
}

export function startEchoCore(origin: AppOrigin): EchoCore {
  const logger = recordingLogger();
  const events = createEventQueue();
  const publisher = createPublisher(echoContract, events.push, 'parsed');
  const server = serveContract(echoContract, echoHandlers(() => publisher), { origin, logger, output: 'parsed' });
  return { logger, server, events };
}

/** `hear` for transports whose `window.host` lives in this process. */
export async function hearOn(host: WindowHost, counts: readonly number[]): Promise<number[]> {
  const heard: number[] = [];
  const all = Promise.withResolvers<void>();
  const stop = host.subscribe(({ payload }) => {
    heard.push((payload as { count: number }).count);
    if (heard.length === counts.length) all.resolve();
  });
  for (const count of counts) await host.call('echo.speak', { count });
  await all.promise;
  stop();
  return heard;
}

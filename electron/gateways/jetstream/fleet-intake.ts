/** The collector's end of the streams: takes what workstations said in batches, and gives nothing back as done before it is kept. */
import type { ConsumerMessages, JetStreamManager, JsMsg } from '@nats-io/jetstream';
import type { Logger } from '../../ports/logger.ts';
import type { CollectorWord, FleetMessage, FleetSaying, TakenBatch } from '../../ports/journal/fleet-queue.ts';
import { LogMessage } from './messages.ts';
import { type NatsAddress, openNatsLine } from './nats-line.ts';
import { ANSWER_STREAM, ANSWER_SUBJECTS, COLLECTOR, JOURNAL_STREAM, JOURNAL_SUBJECTS, readSubject, subjectOf } from './subjects.ts';

export interface FleetIntakeOptions extends NatsAddress {
  /** Servers that keep each message; 3 outlives the death of one. */
  replicas: number;
  /** Of what waits for a collector; a full stream refuses, and the workstations go on keeping theirs. */
  maxBytes: number;
  logger: Logger;
}

export interface FleetIntake {
  /**
   * Until `stop`: one batch after the other.
   *
   * @param take rejects where nothing could be kept, and is asked again with the same batch
   * @throws why the servers take its user no longer; a process that went on would only seem to collect
   */
  run(take: (messages: readonly FleetMessage[]) => Promise<TakenBatch>): Promise<void>;
  /** Ends when the batch in hand is done. */
  stop(): Promise<void>;
}

const LARGEST_BATCH = 1_000;
const IN_FLIGHT = 2_000;
/** What a dying server had given out is given out again after this. */
const ACK_WAIT_MS = 10_000;
/** A server that says nothing for twice as long counts as gone, and the next one is asked. */
const HEARTBEAT_MS = 1_500;
const EXPIRES_MS = 5_000;
const TRY_AGAIN_MS = 1_000;
const NANOSECONDS = 1_000_000;

export async function openFleetIntake(options: FleetIntakeOptions): Promise<FleetIntake> {
  const { logger } = options;
  const line = await openNatsLine(options, 'tekser-collector');
  const manager = await line.stream.jetstreamManager();
  await prepareStreams(manager, options);
  const consumer = await line.stream.consumers.get(JOURNAL_STREAM, COLLECTOR);
  const waiting: JsMsg[] = [];
  let wake = () => {};
  const stopping = new AbortController();
  let messages: ConsumerMessages | null = null;
  let lost: Error | null = null;
  // The library gives up a line by itself where the servers refuse its user twice.
  void line.connection.closed().then((error) => {
    if (stopping.signal.aborted) return;
    lost = error ?? new Error('the line to NATS was closed');
    logger.fault('fleet-line', lost);
    wake();
  });

  function nextBatch(): JsMsg[] {
    return waiting.splice(0, LARGEST_BATCH);
  }

  async function take(batch: readonly JsMsg[], work: (messages: readonly FleetMessage[]) => Promise<TakenBatch>): Promise<void> {
    const read = batch.map((message) => ({ message, said: readMessage(message) }));
    for (const { message, said } of read) if (said === null) message.term('unreadable');
    const readable = read.filter((one): one is { message: JsMsg; said: FleetMessage } => one.said !== null);
    const taken = await keep(readable, work);
    if (taken === null) return;
    await tell(taken.words);
    readable.forEach(({ message }, index) => {
      if (taken.fates[index] === 'useless') message.term('useless');
      else message.ack();
    });
  }

  /** A database that is away or full loses nothing: the batch stays in hand. Null once stopped. */
  async function keep(batch: readonly { message: JsMsg; said: FleetMessage }[], work: (messages: readonly FleetMessage[]) => Promise<TakenBatch>): Promise<TakenBatch | null> {
    while (!stopping.signal.aborted) {
      try {
        return await work(batch.map(({ said }) => said));
      } catch (error) {
        logger.fault('fleet-ledger', error);
        for (const message of [...batch.map((one) => one.message), ...waiting]) message.working();
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
    return null;
  }

  /** An answer that does not get through is asked for again, with the next checkpoint. */
  async function tell(words: ReadonlyMap<string, CollectorWord>): Promise<void> {
    const told = [...words].map(([log, word]) => line.stream.publish(subjectOf('answer', log), JSON.stringify(word)));
    for (const answer of await Promise.allSettled(told)) if (answer.status === 'rejected') logger.fault('fleet-answer', answer.reason);
  }

  return {
    async run(work) {
      messages = await consumer.consume({
        max_messages: IN_FLIGHT,
        expires: EXPIRES_MS,
        idle_heartbeat: HEARTBEAT_MS,
        callback(message) {
          waiting.push(message);
          wake();
        },
      });
      while (!stopping.signal.aborted) {
        if (lost !== null) throw lost;
        const batch = nextBatch();
        if (batch.length > 0) await take(batch, work);
        else {
          const { promise, resolve } = Promise.withResolvers<void>();
          wake = resolve;
          if (waiting.length === 0 && lost === null && !stopping.signal.aborted) await promise;
        }
      }
    },
    async stop() {
      stopping.abort();
      wake();
      await messages?.close();
      await line.connection.drain().catch(() => undefined);
    },
  };
}

/** What is there stays as an administrator set it. */
async function prepareStreams(manager: JetStreamManager, { replicas, maxBytes }: FleetIntakeOptions): Promise<void> {
  const { AckPolicy, DeliverPolicy, DiscardPolicy, RetentionPolicy, StorageType } = await import('@nats-io/jetstream');
  const names = new Set<string>();
  for await (const name of manager.streams.names()) names.add(name);
  const common = { storage: StorageType.File, num_replicas: replicas };
  if (!names.has(JOURNAL_STREAM)) {
    // Kept until a collector has taken it, however long that is: an age would lose what nobody has seen.
    await manager.streams.add({ ...common, name: JOURNAL_STREAM, subjects: JOURNAL_SUBJECTS, retention: RetentionPolicy.Workqueue, discard: DiscardPolicy.New, max_bytes: maxBytes });
  }
  if (!names.has(ANSWER_STREAM)) {
    await manager.streams.add({ ...common, name: ANSWER_STREAM, subjects: ANSWER_SUBJECTS, max_msgs_per_subject: 1, allow_direct: true });
  }
  const known = await manager.consumers.info(JOURNAL_STREAM, COLLECTOR).catch(() => null);
  if (known !== null) return;
  await manager.consumers.add(JOURNAL_STREAM, {
    durable_name: COLLECTOR,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: ACK_WAIT_MS * NANOSECONDS,
    max_ack_pending: 2 * IN_FLIGHT,
  });
}

/** Null for what no workstation of ours says. */
function readMessage(message: JsMsg): FleetMessage | null {
  const subject = readSubject(message.subject);
  const said = subject === null ? null : readSaying(subject.kind, message.string());
  return subject === null || said === null ? null : { log: subject.log, said };
}

function readSaying(kind: string, text: string): FleetSaying | null {
  if (kind === 'entry') return { kind, text };
  if (kind === 'checkpoint') return { kind, note: text };
  if (kind !== 'log') return null;
  try {
    return { kind, ...LogMessage.parse(JSON.parse(text)) };
  } catch {
    return null;
  }
}

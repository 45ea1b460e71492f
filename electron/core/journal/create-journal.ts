/** The journal as the other domains use it: record first, then act; marks follow on their own. */
import type { JournalEntry, JournalEvent, JournalHealth, JournalPage, JournalQuery, OutboxState } from '../../../shared/domain/journal-entry.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';
import type { CabinetLog, ViewMark } from '../../ports/cabinet-log.ts';
import type { Clock } from '../../ports/clock.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import { createCheckpoints, type JournalSeal } from './create-checkpoints.ts';
import { createOutbox } from './outbox.ts';
import { requirePayloadFree } from './payload-free-policy.ts';
import { proveJournal } from './prove-journal.ts';
import { subjectHash } from './subject-hash.ts';

export interface JournalOptions {
  store: JournalStore;
  seal: JournalSeal;
  cabinets: CabinetLog;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  workstation: string;
  publisher: Pick<CorePublisher, 'journal'>;
  /** The organisation's key of `subjectHash`, 32 bytes. */
  subjectKey: Uint8Array;
  /** Names the pauses between deliveries while the service is away. */
  policy(): Pick<Policy, 'numbers'>;
  /** UUID version 4. */
  randomId(): string;
  /** In [0, 1); spreads repeated deliveries. */
  random?: () => number;
}

/** The view mark without what the journal itself knows. */
export type MarkDraft = Omit<ViewMark, 'idempotencyKey' | 'viewedAt' | 'workstation'>;

export interface RecordContext {
  operatorId: string | null;
  purpose: string | null;
  /** Id of the entry where another record must name it (a check outcome); made here otherwise. */
  id?: string;
  mark?: MarkDraft;
}

export interface Journal {
  /**
   * Resolves when the entry is on the disk; entries keep the order of the calls.
   * @throws {JournalUnwritable} nothing was recorded, so nothing may be shown. @throws {TypeError} the event holds more than it may.
   */
  record(event: JournalEvent, context: RecordContext): Promise<JournalEntry>;
  list(query: JournalQuery): Promise<JournalPage>;
  /** Every entry, oldest first, for export. */
  entries(): AsyncIterable<JournalEntry>;
  /** Walks the whole chain and holds it against every checkpoint. */
  verify(): Promise<JournalHealth>;
  /** As last known: by the start, by the last walk, by the last write. */
  health(): JournalHealth;
  outboxState(): Promise<OutboxState>;
  deliverNow(): Promise<OutboxState>;
  /** Keyed hash of an ИИН for `JournalEvent`, lower-case hex. */
  subjectHash(iin: string): string;
  /** Holds the journal against its newest checkpoints; where they agree, begins to deliver marks and to take checkpoints. */
  start(): Promise<void>;
  /** Ends with a checkpoint over everything that was written. */
  stop(): Promise<void>;
}

export function createJournal(options: JournalOptions): Journal {
  const { store, clock, publisher, workstation } = options;
  let health = store.health();
  let unwritable: JournalUnwritable['reason'] | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const outbox = createOutbox({
    ...options,
    pauses() {
      const { markRetryMs, markRetryMaxMs } = options.policy().numbers;
      return { firstMs: markRetryMs, longestMs: markRetryMaxMs };
    },
    random: options.random ?? Math.random,
    onSettled: (sequence, mark) => publisher.journal.markChanged({ sequence, mark }),
  });
  const checkpoints = createCheckpoints({ ...options, isSound: () => health.state !== 'broken' });
  const witness = { key: options.seal.signer, head: options.seal.head };

  const currentHealth = (): JournalHealth => (unwritable ? { state: 'unwritable', reason: unwritable } : health);

  function inOrder<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function write(event: JournalEvent, context: RecordContext): Promise<JournalEntry> {
    // What somebody changed is evidence: it stays as it was found.
    if (health.state === 'broken') throw new JournalUnwritable('altered');
    const id = context.id ?? options.randomId();
    const at = clock.now().toISOString();
    const mark = context.mark ? { ...context.mark, idempotencyKey: id, viewedAt: at, workstation } : null;
    const { operatorId, purpose } = context;
    try {
      const entry = await store.append({ id, at, operatorId, workstation, purpose, event }, mark);
      unwritable = null;
      health = healthAfterWrite(health, entry);
      checkpoints.noteEntry();
      return entry;
    } catch (error) {
      if (error instanceof JournalUnwritable) unwritable = error.reason;
      throw error;
    }
  }

  return {
    async record(event, context) {
      const allowed = requirePayloadFree(event);
      const entry = await inOrder(() => write(allowed, context));
      publisher.journal.appended(entry);
      if (context.mark) outbox.wake();
      return entry;
    },
    list: (query) => store.list(query),
    entries: () => store.entries(),
    async verify() {
      const found = await proveJournal(store, witness, 'whole');
      // That a damaged file was set aside stays visible although the new one is sound.
      if (health.state !== 'restarted' || found.state !== 'intact') health = found;
      return currentHealth();
    },
    health: currentHealth,
    outboxState: () => outbox.state(),
    async deliverNow() {
      await outbox.deliverNow();
      return outbox.state();
    },
    subjectHash: (iin) => subjectHash(options.subjectKey, iin),
    async start() {
      if (health.state === 'intact') health = await proveJournal(store, witness, 'newest');
      if (health.state === 'broken') return;
      outbox.start();
      await checkpoints.start();
    },
    async stop() {
      await outbox.stop();
      await checkpoints.stop();
    },
  };
}

/** That a damaged file was set aside stays visible. */
function healthAfterWrite(before: JournalHealth, entry: JournalEntry): JournalHealth {
  if (before.state === 'restarted') return { ...before, entries: entry.sequence };
  return { state: 'intact', entries: entry.sequence, headHash: entry.hash };
}

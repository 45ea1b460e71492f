/** The journal as the other domains use it: record first, then act; marks follow on their own. */
import type { JournalEntry, JournalEvent, JournalHealth, JournalPage, JournalQuery, JournalStanding, OutboxState } from '../../../shared/domain/journal-entry.ts';
import type { JournalReport, JournalReportQuery } from '../../../shared/domain/journal-report.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { CorePublisher } from '../../../shared/ipc/contract.ts';
import type { CabinetLog, ViewMark } from '../../ports/cabinet-log.ts';
import type { Clock } from '../../ports/clock.ts';
import { type JournalStore, JournalUnwritable } from '../../ports/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Witness } from '../../ports/witness.ts';
import { createCheckpoints, type JournalSeal } from './create-checkpoints.ts';
import { createWitnessing } from './create-witnessing.ts';
import { createOutbox } from './outbox.ts';
import { requirePayloadFree } from './payload-free-policy.ts';
import { proveJournal } from './prove-journal.ts';
import { forgettableThrough } from './retention-policy.ts';
import { subjectHash } from './subject-hash.ts';

export interface JournalOptions {
  store: JournalStore;
  seal: JournalSeal;
  cabinets: CabinetLog;
  /** Null where no collector is connected: nothing is then ever forgotten. */
  witness: Witness | null;
  clock: Clock;
  timers: Timers;
  logger: Logger;
  workstation: string;
  publisher: { journal: Pick<CorePublisher['journal'], 'appended' | 'markChanged'> };
  /** The organisation's key of `subjectHash`, 32 bytes. */
  subjectKey: Uint8Array;
  /** Pauses between deliveries while the service is away, retention, and how full the disk may be. */
  policy(): Pick<Policy, 'numbers'>;
  /** UUID version 4. */
  randomId(): string;
  /** In [0, 1); spreads repeated deliveries. */
  random?: () => number;
  /** What `health` answers may be another than before, and no entry says so. */
  onHealthChanged?: () => void;
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

/** What a supervisor may do that others may not. */
export interface Supervision {
  operatorId: string;
}

export interface Journal {
  /**
   * Resolves when the entry is on the disk; entries keep the order of the calls.
   * @throws {JournalUnwritable} nothing was recorded, so nothing may be shown. @throws {TypeError} the event holds more than it may.
   */
  record(event: JournalEvent, context: RecordContext): Promise<JournalEntry>;
  /** As `record`; where the journal cannot go on, what a supervisor does is remembered until it was set aside, and begins the new one. */
  recordOfSupervisor(event: JournalEvent, context: RecordContext): Promise<void>;
  list(query: JournalQuery): Promise<JournalPage>;
  report(query: JournalReportQuery): Promise<JournalReport>;
  /** Who looked at one citizen's documents, newest first; the look into it is an entry as well. @throws {JournalUnwritable} */
  history(iin: string, by: Supervision): Promise<JournalEntry[]>;
  /** Walks the whole chain and holds it against every checkpoint. */
  verify(): Promise<JournalHealth>;
  /** As last known: by the start, by the last walk, by the last write. */
  health(): JournalHealth;
  standing(): Promise<JournalStanding>;
  /** Of the disk; `low` where it is less than the rules want. */
  room(): Promise<{ usedBytes: number; freeBytes: number; low: boolean }>;
  /** Keeps a journal that cannot go on as evidence and begins a new one, whose first entries say so and by whom; null where it can go on. */
  setAside(by: Supervision): Promise<JournalHealth | null>;
  /**
   * Goes on from a backup, under a name of its own: what was written after it stays in the file set aside.
   * @param copy a backup of this journal, which is moved @throws what the file system throws
   */
  restore(copy: string, by: Supervision): Promise<JournalHealth>;
  /** Removes what retention lets go and a witness has signed. @returns entries removed @throws {JournalUnwritable} */
  forget(by: Supervision): Promise<number>;
  outboxState(): Promise<OutboxState>;
  deliverNow(): Promise<OutboxState>;
  /** Keyed hash of an ИИН for `JournalEvent`, lower-case hex. */
  subjectHash(iin: string): string;
  /** Holds the journal against its newest checkpoints; where they agree, begins to deliver marks and to take checkpoints. */
  start(): Promise<void>;
  /** Ends with a checkpoint over everything that was written. */
  stop(): Promise<void>;
}

/** A few hundredths of a second; of a longer journal the start holds the end and the newest checkpoints, and the rest is walked beside the desk. */
const WHOLE_AT_START = 5_000;

/** What does not mend itself: an altered or damaged file, and a last entry that lies ahead of the clock, maybe by years. */
const FOR_A_SUPERVISOR: ReadonlySet<JournalUnwritable['reason']> = new Set<JournalUnwritable['reason']>(['altered', 'failed', 'clock-back']);

/** Looks further back are made with an export. */
const HISTORY_LENGTH = 200;

export function createJournal(options: JournalOptions): Journal {
  const { store, clock, publisher, workstation, seal } = options;
  let health = store.health();
  let unwritable: JournalUnwritable['reason'] | null = null;
  let deferred: { event: JournalEvent; context: RecordContext }[] = [];

  const delivery = {
    ...options,
    pauses() {
      const { markRetryMs, markRetryMaxMs } = options.policy().numbers;
      return { firstMs: markRetryMs, longestMs: markRetryMaxMs };
    },
    random: options.random ?? Math.random,
  };
  const outbox = createOutbox({ ...delivery, onSettled: (sequence, mark) => publisher.journal.markChanged({ sequence, mark }) });
  const witnessing = createWitnessing({ ...delivery, key: () => seal.signer, onContradicted: (fault) => become({ state: 'broken', ...fault }) });
  const checkpoints = createCheckpoints({ ...options, isSound: () => health.state !== 'broken', onKept: witnessing.wake });
  const ownName = () => ({ key: seal.signer, head: seal.head });

  function become(found: JournalHealth): void {
    health = found;
    options.onHealthChanged?.();
  }

  const currentHealth = (): JournalHealth => (unwritable ? { state: 'unwritable', reason: unwritable } : health);

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

  async function record(event: JournalEvent, context: RecordContext): Promise<JournalEntry> {
    const entry = await write(requirePayloadFree(event), context);
    publisher.journal.appended(entry);
    if (context.mark) outbox.wake();
    return entry;
  }

  async function verify(): Promise<JournalHealth> {
    const found = await proveJournal(store, ownName(), 'whole');
    // That a damaged file was set aside stays visible although the new one is sound.
    if (health.state !== 'restarted' || found.state !== 'intact') become(found);
    return currentHealth();
  }

  /** What the start had no time for; the desk works meanwhile. */
  async function proveBeside(): Promise<void> {
    try {
      if ((await verify()).state === 'intact' && (await store.integrity()) === 'damaged') become({ state: 'broken', firstBadSequence: 1, reason: 'unreadable' });
    } catch (error) {
      options.logger.fault('journal-verification', error);
    }
  }

  async function begin(): Promise<void> {
    await nameSegment();
    outbox.start();
    await checkpoints.start();
    witnessing.start();
  }

  /** After the file was exchanged: what a supervisor did meanwhile, then the decision itself. */
  async function goOn(decision: JournalEvent, { operatorId }: Supervision): Promise<JournalHealth> {
    unwritable = null;
    const kept = deferred;
    deferred = [];
    for (const { event, context } of kept) await record(event, context);
    await record(decision, { operatorId, purpose: null });
    await begin();
    options.onHealthChanged?.();
    return currentHealth();
  }

  async function end(): Promise<void> {
    await outbox.stop();
    await checkpoints.stop();
    await witnessing.stop();
  }

  /** A journal that continues another one signs under a name of its own from its first checkpoint on. */
  async function nameSegment(): Promise<void> {
    if ((await store.checkpoints(1)).length > 0) return;
    for await (const { entry } of store.records(1, 1)) if (entry.event.kind === 'journal-restarted') await seal.beginSegment();
  }

  async function room(): Promise<{ usedBytes: number; freeBytes: number; low: boolean }> {
    const { used, free } = await store.space();
    return { usedBytes: used, freeBytes: free, low: free < options.policy().numbers.journalFreeBytes };
  }

  async function recordOfSupervisor(event: JournalEvent, context: RecordContext): Promise<void> {
    try {
      await record(event, context);
    } catch (error) {
      if (!(error instanceof JournalUnwritable) || !FOR_A_SUPERVISOR.has(error.reason)) throw error;
      deferred.push({ event, context });
    }
  }

  return {
    record,
    recordOfSupervisor,
    list: (query) => store.list(query),
    report: (query) => store.report(query),
    async history(iin, { operatorId }) {
      const hash = subjectHash(options.subjectKey, iin);
      const entries = await store.ofSubject(hash, HISTORY_LENGTH);
      await record({ kind: 'history-read', subjectHash: hash, entries: entries.length }, { operatorId, purpose: null });
      return entries;
    },
    verify,
    health: currentHealth,
    room,
    async standing() {
      const [cosigned, forgotten, forgettable] = [await store.cosigned(), await store.forgotten(), await forgettableThrough(store, options)];
      return { cosigned: cosigned?.size ?? 0, witness: options.witness?.key.name ?? null, forgotten, forgettable: Math.max(0, forgettable - forgotten), ...(await room()) };
    },
    async setAside(by) {
      const found = currentHealth();
      if (found.state !== 'broken' && !(found.state === 'unwritable' && FOR_A_SUPERVISOR.has(found.reason))) return null;
      await end();
      health = await store.setAside();
      return goOn({ kind: 'journal-set-aside' }, by);
    },
    async restore(copy, by) {
      await end();
      const setAsideAs = await store.replaceWith(copy);
      health = store.health();
      if (health.state !== 'intact') return health;
      await seal.beginSegment();
      return goOn({ kind: 'journal-restored', entries: health.entries, setAsideAs }, by);
    },
    async forget({ operatorId }) {
      const through = await forgettableThrough(store, options);
      const before = await store.forgotten();
      if (through <= before) return 0;
      // Written down first: an end of the power between the two leaves a consent that was not yet used, never the other way round.
      await record({ kind: 'journal-forgotten', through, entries: through - before }, { operatorId, purpose: null });
      await store.forget(through);
      return through - before;
    },
    outboxState: () => outbox.state(),
    async deliverNow() {
      await outbox.deliverNow();
      return outbox.state();
    },
    subjectHash: (iin) => subjectHash(options.subjectKey, iin),
    async start() {
      const whole = health.state === 'intact' && health.entries <= WHOLE_AT_START;
      if (health.state === 'intact') health = await proveJournal(store, ownName(), whole ? 'whole' : 'newest');
      if (health.state === 'broken') return;
      await begin();
      if (!whole && health.state === 'intact') void proveBeside();
    },
    stop: end,
  };
}

/** That a damaged file was set aside stays visible, and so does what was found while the entry was on its way to the disk. */
function healthAfterWrite(before: JournalHealth, entry: JournalEntry): JournalHealth {
  if (before.state === 'broken') return before;
  if (before.state === 'restarted') return { ...before, entries: entry.sequence };
  return { state: 'intact', entries: entry.sequence, headHash: entry.hash };
}

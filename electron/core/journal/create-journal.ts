/** Puts the journal together: what is recorded, the marks that follow, checkpoints and their witness, and what a start and a supervisor do. */
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import { createCheckpoints } from './create-checkpoints.ts';
import { createProving } from './create-proving.ts';
import { createRecording, wantsSupervisor } from './create-recording.ts';
import { createWitnessing } from './create-witnessing.ts';
import type { Journal, JournalOptions, Supervision } from './journal.ts';
import { createOutbox } from './outbox.ts';
import { forgettableThrough } from './retention-policy.ts';
import { subjectHash } from './subject-hash.ts';

/** Looks further back are made with an export. */
const HISTORY_LENGTH = 200;

export function createJournal(options: JournalOptions): Journal {
  const { store, publisher, seal } = options;
  const delivery = {
    ...options,
    pauses() {
      const { markRetryMs, markRetryMaxMs } = options.policy().numbers;
      return { firstMs: markRetryMs, longestMs: markRetryMaxMs };
    },
    random: options.random ?? Math.random,
  };
  const outbox = createOutbox({ ...delivery, onSettled: (sequence, mark) => publisher.journal.markChanged({ sequence, mark }) });
  const recording = createRecording({
    ...options,
    onWritten(entry, { mark }) {
      checkpoints.noteEntry();
      publisher.journal.appended(entry);
      if (mark) outbox.wake();
    },
  });
  const { record, fileHealth, become } = recording;
  const witnessing = createWitnessing({ ...delivery, key: () => seal.signer, onContradicted: (fault) => become({ state: 'broken', ...fault }) });
  const checkpoints = createCheckpoints({ ...options, isSound: () => fileHealth().state !== 'broken', onKept: witnessing.wake });
  const proving = createProving(options, recording);

  async function begin(): Promise<void> {
    await nameSegment();
    outbox.start();
    await checkpoints.start();
    witnessing.start();
  }

  /** After the file was exchanged: what a supervisor did meanwhile, then the decision itself. */
  async function goOn(decision: JournalEvent, { operatorId }: Supervision): Promise<JournalHealth> {
    await recording.recordDeferred();
    await record(decision, { operatorId, purpose: null });
    await begin();
    options.onHealthChanged?.();
    return recording.health();
  }

  async function end(): Promise<void> {
    proving.stop();
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

  return {
    record,
    recordOfSupervisor: recording.recordOfSupervisor,
    list: (query) => store.list(query),
    report: (query) => store.report(query),
    async history(iin, { operatorId }) {
      const hash = subjectHash(options.subjectKey, iin);
      const entries = await store.ofSubject(hash, HISTORY_LENGTH);
      await record({ kind: 'history-read', subjectHash: hash, entries: entries.length }, { operatorId, purpose: null });
      return entries;
    },
    verify: proving.verify,
    health: recording.health,
    room,
    async standing() {
      const [cosigned, forgotten, forgettable] = [await store.cosigned(), await store.forgotten(), await forgettableThrough(store, options)];
      return { cosigned: cosigned?.size ?? 0, witness: options.witness?.key.name ?? null, forgotten, forgettable: Math.max(0, forgettable - forgotten), ...(await room()) };
    },
    async setAside(by) {
      if (!wantsSupervisor(recording.health())) return null;
      await end();
      recording.begin(await store.setAside());
      return goOn({ kind: 'journal-set-aside' }, by);
    },
    async restore(copy, by) {
      await end();
      const { setAsideAs, carried } = await store.replaceWith(copy);
      const restored = store.health();
      recording.begin(restored);
      if (restored.state !== 'intact') return restored;
      await seal.beginSegment();
      return goOn({ kind: 'journal-restored', entries: restored.entries, setAsideAs, ...(carried === null ? {} : { carried }) }, by);
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
      await proving.atStart();
      if (fileHealth().state === 'broken') return;
      await begin();
      proving.besideTheDesk();
    },
    stop: end,
  };
}

/** Puts the workstation's name to the tree from time to time, so that nothing signed can be taken back unnoticed. */
import type { Clock } from '../../ports/clock.ts';
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { TrustedHead } from '../../ports/journal/trusted-head.ts';
import { signCheckpoint } from './proof/checkpoint.ts';
import type { NoteSigner } from './proof/note-key.ts';

/** What an end cut off can take along unnoticed: at most so many entries, or the entries of so long. */
const EVERY_ENTRIES = 64;
const EVERY_MS = 60_000;
/** Under load, where many entries come in a moment, one signature covers them all. */
const AT_MOST_EVERY_MS = 250;

/** The workstation's name under its journal; key and head are kept by the shell. */
export interface JournalSeal {
  /** Of the segment that is written now. */
  readonly signer: NoteSigner;
  head: TrustedHead;
  /**
   * Goes on under a name of its own: a journal begun anew, or from an older copy, is another log, and nobody must take it for
   * the one before. Durable when it resolves.
   */
  beginSegment(): Promise<void>;
}

export interface CheckpointsOptions {
  store: Pick<JournalStore, 'treeHead' | 'keepCheckpoint'>;
  seal: JournalSeal;
  clock: Pick<Clock, 'monotonicMs'>;
  timers: Timers;
  logger: Logger;
  /** Nothing is signed that contradicts what was signed before. */
  isSound(): boolean;
  /** A checkpoint is kept. */
  onKept(): void;
}

export interface Checkpoints {
  /** Signs what is there and goes on from now. */
  start(): Promise<void>;
  /** An entry was written. */
  noteEntry(): void;
  /** Ends when the last one is kept. */
  stop(): Promise<void>;
}

export function createCheckpoints({ store, seal, clock, timers, logger, isSound, onKept }: CheckpointsOptions): Checkpoints {
  let started = false;
  let uncovered = 0;
  let cancel: (() => void) | null = null;
  let taking: Promise<void> = Promise.resolve();
  let lastMs = -Infinity;

  async function sign(): Promise<void> {
    cancel?.();
    cancel = null;
    uncovered = 0;
    if (!isSound()) return;
    const head = await store.treeHead();
    if (head.size === 0) return;
    lastMs = clock.monotonicMs();
    const note = signCheckpoint(head, seal.signer);
    // Outside first: a head that is missing outside while checkpoints are in the file can then only have been removed.
    await seal.head.keep(note);
    await store.keepCheckpoint(head.size, note);
    onKept();
  }

  /** Never rejects: what could not be kept now is covered by the next checkpoint. */
  function take(): Promise<void> {
    taking = taking.then(sign).catch((error: unknown) => {
      logger.fault('journal-checkpoint', error);
    });
    return taking;
  }

  function takeAfter(ms: number): void {
    cancel?.();
    cancel = timers.after(ms, () => void take());
  }

  return {
    start() {
      started = true;
      return take();
    },
    noteEntry() {
      if (!started) return;
      uncovered += 1;
      if (uncovered === 1) takeAfter(EVERY_MS);
      if (uncovered !== EVERY_ENTRIES) return;
      const sinceLast = clock.monotonicMs() - lastMs;
      if (sinceLast >= AT_MOST_EVERY_MS) void take();
      else takeAfter(AT_MOST_EVERY_MS - sinceLast);
    },
    stop() {
      started = false;
      return uncovered > 0 ? take() : taking;
    },
  };
}

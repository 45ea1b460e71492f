/** Has every checkpoint signed by a witness, and hears from it when this journal is not the one the witness knows. */
import type { JournalStore } from '../../ports/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { CosignRefusal, Witness } from '../../ports/witness.ts';
import type { ChainFault } from './entry-chain.ts';
import { openCheckpoint } from './proof/checkpoint.ts';
import { cosignedAt } from './proof/cosignature.ts';
import type { NoteKey } from './proof/note-key.ts';
import { retryDelayMs, type RetryPauses } from '../retry-delay.ts';

export interface WitnessingOptions {
  store: Pick<JournalStore, 'checkpoints' | 'cosigned' | 'consistency' | 'keepCosigned'>;
  /** Null where no collector is connected. */
  witness: Witness | null;
  /** Of this workstation, for the segment that is written now. */
  key(): NoteKey;
  timers: Timers;
  logger: Logger;
  pauses(): RetryPauses;
  random(): number;
  /** The witness has signed what this journal does not hold. */
  onContradicted(fault: ChainFault): void;
}

export interface Witnessing {
  /** There is a new checkpoint. */
  wake(): void;
  start(): void;
  /** Ends when a question in flight has been answered. */
  stop(): Promise<void>;
}

type Outcome = 'done' | 'again' | 'later' | 'contradicted';

export function createWitnessing(options: WitnessingOptions): Witnessing {
  const { store, witness, timers, logger } = options;
  let started = false;
  let running: Promise<void> | null = null;
  let woken = false;
  let cancelPause: (() => void) | null = null;
  let failures = 0;
  /** What the witness said it signed last, where that is not what the file says. */
  let knownToWitness: number | null = null;
  /** An older state put back as a whole is known to nobody here: each start asks the witness, also where everything is cosigned. */
  let recognised = false;

  async function ask(): Promise<Outcome> {
    const newest = await newestCheckpoint();
    const kept = await cosignedSize();
    if (witness === null || newest === null || (recognised && newest.size <= kept)) return 'done';
    const oldSize = Math.min(knownToWitness ?? kept, newest.size);
    const proof = oldSize === 0 ? [] : await store.consistency(oldSize, newest.size);
    if (proof === null) return 'later';
    const answer = await witness.cosign({ oldSize, proof, checkpoint: newest.note });
    if (!answer.ok) return refused(answer.failure, newest.size, oldSize);
    const note = newest.note + answer.value;
    if (cosignedAt(note, witness.key) === null) {
      logger.note('witness-signature-bad', { size: newest.size });
      return 'later';
    }
    await store.keepCosigned(newest.size, note);
    knownToWitness = newest.size;
    recognised = true;
    return 'again';
  }

  function refused(refusal: CosignRefusal, size: number, oldSize: number): Outcome {
    logger.note('checkpoint-not-cosigned', { size, code: refusal.code });
    if (refusal.code === 'inconsistent') return contradicted({ firstBadSequence: 1, reason: 'forked' });
    if (refusal.code !== 'other-size') return 'later';
    // The witness holds more than this journal: an older copy was put back, or an end cut off.
    if (refusal.size > size) return contradicted({ firstBadSequence: size + 1, reason: 'rolled-back' });
    if (refusal.size === oldSize) return 'later';
    knownToWitness = refusal.size;
    return 'again';
  }

  function contradicted(fault: ChainFault): Outcome {
    options.onContradicted(fault);
    return 'contradicted';
  }

  /** A segment before this one had another name. */
  async function cosignedSize(): Promise<number> {
    const cosigned = await store.cosigned();
    return cosigned !== null && openCheckpoint(cosigned.note, options.key()).state === 'signed' ? cosigned.size : 0;
  }

  async function newestCheckpoint(): Promise<{ size: number; note: string } | null> {
    const [note] = await store.checkpoints(1);
    const opened = note === undefined ? null : openCheckpoint(note, options.key());
    return opened?.state === 'signed' ? { size: opened.checkpoint.size, note: note! } : null;
  }

  async function pass(): Promise<Outcome> {
    for (;;) {
      const outcome = await ask();
      if (outcome !== 'again' || !started) return outcome;
    }
  }

  function run(): void {
    cancelPause?.();
    cancelPause = null;
    woken = false;
    running = pass()
      .catch((error: unknown): Outcome => {
        logger.fault('journal-witness', error);
        return 'later';
      })
      .then((outcome) => {
        running = null;
        failures = outcome === 'later' ? failures + 1 : 0;
        if (outcome === 'contradicted') started = false;
        if (!started) return;
        if (outcome === 'later') cancelPause = timers.after(retryDelayMs(options.pauses(), failures, options.random()), run);
        else if (woken) run();
      });
  }

  return {
    wake() {
      if (running) woken = true;
      else if (started && witness !== null && !cancelPause) run();
    },
    start() {
      started = true;
      recognised = false;
      if (witness !== null && running === null) run();
    },
    async stop() {
      started = false;
      cancelPause?.();
      cancelPause = null;
      await running;
    },
  };
}

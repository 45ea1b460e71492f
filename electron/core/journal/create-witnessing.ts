/** Has every checkpoint signed by a witness, and hears from it when this journal is not the one the witness knows. */
import type { JournalStore } from '../../ports/journal/journal-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timers } from '../../ports/timers.ts';
import type { Witness } from '../../ports/journal/witness.ts';
import { askWitness, cosignedSize, newestCheckpoint, type WitnessedStore } from './ask-witness.ts';
import type { ChainFault } from './entry-chain.ts';
import type { NoteKey } from './proof/note-key.ts';
import { retryDelayMs, type RetryPauses } from '../retry-delay.ts';

export interface WitnessingOptions {
  store: WitnessedStore & Pick<JournalStore, 'keepCosigned'>;
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
    const newest = await newestCheckpoint(store, options.key());
    const kept = await cosignedSize(store, options.key());
    if (witness === null || newest === null || (recognised && newest.size <= kept)) return 'done';
    const answer = await askWitness(store, witness, { newest, known: knownToWitness ?? kept });
    switch (answer.state) {
      case 'signed':
        await store.keepCosigned(answer.size, answer.note);
        knownToWitness = answer.size;
        recognised = true;
        return 'again';
      case 'unproved':
        return 'later';
      case 'unsigned':
        logger.note('witness-signature-bad', { size: answer.size });
        return 'later';
      case 'away':
        logger.note('checkpoint-not-cosigned', { size: answer.size, code: answer.code });
        return 'later';
      case 'other-size':
        logger.note('checkpoint-not-cosigned', { size: answer.size, code: answer.state });
        knownToWitness = answer.known;
        return 'again';
      case 'contradicted':
        logger.note('checkpoint-not-cosigned', { size: answer.size, code: answer.fault.reason });
        options.onContradicted(answer.fault);
        return 'contradicted';
    }
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

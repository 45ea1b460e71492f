/** When the journal is proved: at a start as far as there is time, the rest beside the working desk, and the whole when somebody asks. */
import type { JournalHealth } from '../../../shared/domain/journal/journal-health.ts';
import type { Recording } from './create-recording.ts';
import type { JournalOptions } from './journal.ts';
import { proveJournal } from './prove-journal.ts';

/** A few hundredths of a second; of a longer journal the start holds the end and the newest checkpoints, and the rest is walked beside the desk. */
const WHOLE_AT_START = 5_000;
/** When the first screen has long been drawn. */
const LOOK_AFTER_MS = 10_000;

export interface Proving {
  /** As `Journal.verify`. */
  verify(): Promise<JournalHealth>;
  /** Before anything is written; ends within a bound however long the journal is. */
  atStart(): Promise<void>;
  /** What the start had no time for. What it finds stops the desk as well. */
  besideTheDesk(): void;
  stop(): void;
}

export function createProving({ store, seal, timers, logger }: Pick<JournalOptions, 'store' | 'seal' | 'timers' | 'logger'>, recording: Pick<Recording, 'begin' | 'become' | 'fileHealth' | 'files' | 'health'>): Proving {
  const { fileHealth, become } = recording;
  const ownName = () => ({ key: seal.signer, head: seal.head });
  /** The tables that find and count entries, or the entries themselves as well. */
  let rest: 'nothing' | 'tables' | 'everything' = 'nothing';
  let cancelLook: (() => void) | null = null;

  async function verify(): Promise<JournalHealth> {
    const file = recording.files();
    const walked = await proveJournal(store, ownName(), 'whole');
    const found = walked.state === 'intact' ? ((await besideChain()) ?? walked) : walked;
    if (recording.files() !== file) return verify();
    // That a damaged file was set aside stays visible although the new one is sound.
    if (fileHealth().state !== 'restarted' || found.state !== 'intact') become(found);
    return recording.health();
  }

  async function besideChain(): Promise<JournalHealth | null> {
    const fault = await store.integrity();
    return fault === null ? null : { state: 'broken', ...fault };
  }

  async function proveRest(): Promise<void> {
    try {
      if (rest === 'everything') await verify();
      else {
        const file = recording.files();
        const found = await besideChain();
        if (found !== null && recording.files() === file) become(found);
      }
    } catch (error) {
      logger.fault('journal-verification', error);
    }
  }

  return {
    verify,
    async atStart() {
      const found = fileHealth();
      if (found.state !== 'intact') return;
      if (found.entries > 0) rest = found.entries <= WHOLE_AT_START ? 'tables' : 'everything';
      recording.begin(await proveJournal(store, ownName(), rest === 'everything' ? 'newest' : 'whole'));
    },
    besideTheDesk() {
      if (fileHealth().state !== 'intact') return;
      if (rest === 'everything') void proveRest();
      if (rest === 'tables') cancelLook = timers.after(LOOK_AFTER_MS, () => void proveRest());
    },
    stop() {
      cancelLook?.();
      cancelLook = null;
    },
  };
}

/**
 * `tekser journal verify`: walks the whole chain, holds it against every checkpoint, and with a connection asks the witness as well.
 * Intact is 0, changed is 1, unreadable, unwritable or unasked is 2.
 */
import type { JournalHealth } from '../../../shared/domain/journal-entry.ts';
import { contradictionOf, type JournalSeal, verifierKeyText } from '../../core/journal/index.ts';
import { connectCollector } from '../../gateways/index.ts';
import type { JournalStore } from '../../ports/journal-store.ts';
import { undetermined } from '../command-failure.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { journalSealOf, provenHealth } from '../journal-proof.ts';
import { loadConnection } from '../load-connection.ts';
import { withJournal } from '../open-journal.ts';
import { fill, type TerminalText } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

export interface JournalVerifyOptions extends CommonOptions {
  connection?: string;
}

export const journalVerify: Run<JournalVerifyOptions> = (terminal, place) =>
  withJournal(place, terminal, async (store, directory) => {
    const seal = await journalSealOf(directory);
    if (seal === null) terminal.tell(terminal.text.journal.sealElsewhere);
    terminal.progress(fill(terminal.text.journal.walking, { count: '…' }));
    const found = await withIndexes(store, await provenHealth(store, seal));
    const health = place.connection === undefined || seal === null ? found : await withWitness(store, found, seal, place.connection);
    terminal.answer([healthLine(health, terminal.text)], health);
    return exitCodeOfHealth(health);
  });

/** An index that lies hides an entry from a search, although the entry itself is whole. */
async function withIndexes(store: JournalStore, health: JournalHealth): Promise<JournalHealth> {
  if (health.state !== 'intact' || (await store.integrity()) === 'sound') return health;
  return { state: 'broken', firstBadSequence: 1, reason: 'unreadable' };
}

/** Only the witness can know that the whole journal, its head included, is an older one, or one signed again. */
async function withWitness(store: JournalStore, health: JournalHealth, { signer }: JournalSeal, source: string): Promise<JournalHealth> {
  if (health.state !== 'intact') return health;
  const { witness, close } = connectCollector(await loadConnection(source), () => verifierKeyText(signer));
  try {
    const contradiction = witness === null ? null : await contradictionOf(store, signer, witness);
    if (contradiction === 'away') throw undetermined('connection-unreachable', source);
    return contradiction === null ? health : { state: 'broken', ...contradiction };
  } finally {
    await close();
  }
}

export function healthLine(health: JournalHealth, { journal }: TerminalText): string {
  switch (health.state) {
    case 'intact':
      return fill(journal.intact, { entries: health.entries, head: health.headHash });
    case 'broken':
      return fill(journal.broken, { sequence: health.firstBadSequence, reason: journal.reason[health.reason] });
    case 'unwritable':
      return fill(journal.unwritable, { reason: health.reason });
    case 'restarted':
      return fill(journal.restarted, { file: health.quarantinedAs });
  }
}

function exitCodeOfHealth({ state }: JournalHealth): ExitCode {
  if (state === 'intact') return EXIT.valid;
  return state === 'broken' ? EXIT.notValid : EXIT.cannotDetermine;
}

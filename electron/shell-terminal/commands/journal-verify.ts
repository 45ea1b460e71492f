/** `tekser journal verify`: walks the whole chain and holds it against every checkpoint. Intact is 0, changed is 1, unreadable or unwritable is 2. */
import type { JournalHealth } from '../../../shared/domain/journal-entry.ts';
import type { JournalStore } from '../../ports/journal-store.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { journalSealOf, provenHealth } from '../journal-proof.ts';
import { withJournal } from '../open-journal.ts';
import { fill, type TerminalText } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

export const journalVerify: Run<CommonOptions> = (terminal, place) =>
  withJournal(place, terminal, async (store, directory) => {
    const seal = await journalSealOf(directory);
    if (seal === null) terminal.tell(terminal.text.journal.sealElsewhere);
    terminal.progress(fill(terminal.text.journal.walking, { count: '…' }));
    const health = await withIndexes(store, await provenHealth(store, seal));
    terminal.answer([healthLine(health, terminal.text)], health);
    return exitCodeOfHealth(health);
  });

/** An index that lies hides an entry from a search, although the entry itself is whole. */
async function withIndexes(store: JournalStore, health: JournalHealth): Promise<JournalHealth> {
  if (health.state !== 'intact' || (await store.integrity()) === 'sound') return health;
  return { state: 'broken', firstBadSequence: 1, reason: 'unreadable' };
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

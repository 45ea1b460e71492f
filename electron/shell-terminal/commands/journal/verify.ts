/**
 * `tekser journal verify`: walks the whole chain, holds it against every checkpoint, and asks the witness the desk is connected to.
 * Intact and signed for is 0, changed is 1, unreadable, unwritable or without an answer of a witness is 2; `--no-witness` wants none.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { JournalHealth } from '../../../../shared/domain/journal/journal-health.ts';
import { dataFiles } from '../../../adapters/files/data-directory.ts';
import type { JournalStore } from '../../../ports/journal/journal-store.ts';
import { findDirectory } from '../../desk/work-directory.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import { journalSealOf, provenHealth } from '../../journal/journal-proof.ts';
import { askJournalWitness, type AskedWitness } from '../../journal/journal-witness.ts';
import { withJournal } from '../../journal/open-journal.ts';
import type { Terminal } from '../../terminal.ts';
import { fill, type TerminalText } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface JournalVerifyOptions extends CommonOptions {
  /** Whose witness is asked instead of the remembered one. */
  connection?: string;
  /** False where only what lies on this machine is to be judged. */
  witness: boolean;
}

export const journalVerify: Run<JournalVerifyOptions> = async (terminal, { connection, witness, ...place }) => {
  if (isTakenAway(await findDirectory(place, terminal))) return answerHealth({ state: 'broken', firstBadSequence: 1, reason: 'rolled-back' }, terminal);
  return withJournal(place, terminal, async (store, directory) => {
    const { text } = terminal;
    const seal = await journalSealOf(directory);
    if (seal === null) terminal.tell(text.journal.sealElsewhere);
    terminal.progress(fill(text.journal.walking, { count: '…' }));
    const health = await withTables(store, await provenHealth(store, seal));
    if (health.state !== 'intact') return answerHealth(health, terminal);
    const asked = await ask();
    if (asked.state === 'contradicts') return answerHealth({ state: 'broken', ...asked.fault }, terminal);
    const named = { witness: 'witness' in asked ? asked.witness : '' };
    terminal.answer([healthLine(health, text), fill(text.journal.witness[asked.state], named)], { ...health, witness: asked });
    return asked.state === 'agrees' || asked.state === 'not-asked' ? EXIT.valid : EXIT.cannotDetermine;

    async function ask(): Promise<AskedWitness | { state: 'not-asked' }> {
      if (!witness) return { state: 'not-asked' };
      return seal === null ? { state: 'unknown' } : askJournalWitness(store, seal, directory, connection);
    }
  });
};

/** Only a journal that was there leaves a head behind, under whichever box of the shells sealed it. */
function isTakenAway(directory: string): boolean {
  const { journal, journalHead } = dataFiles(directory);
  return !existsSync(journal) && existsSync(directory) && readdirSync(directory).some((name) => name.startsWith(basename(journalHead)));
}

function answerHealth(health: JournalHealth, terminal: Terminal): ExitCode {
  terminal.answer([healthLine(health, terminal.text)], health);
  return health.state === 'broken' ? EXIT.notValid : EXIT.cannotDetermine;
}

/** An index that lies hides an entry from a search, and a mark that is gone a view from the citizen, although the entry itself is whole. */
async function withTables(store: JournalStore, health: JournalHealth): Promise<JournalHealth> {
  const fault = health.state === 'intact' ? await store.integrity() : null;
  return fault === null ? health : { state: 'broken', ...fault };
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

/** `tekser journal history --iin-file FILE`: who looked at one citizen's documents; the look into it is an entry as well. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { JournalEntry } from '../../../../shared/domain/journal/journal-entry.ts';
import { dataFiles, sealedFiles } from '../../../adapters/files/data-directory.ts';
import { openKeyFileSecretBox } from '../../../adapters/sealed/key-file-secret-box.ts';
import { readSealed } from '../../../adapters/sealed/sealed-file.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { workstationName } from '../../../adapters/workstation-name.ts';
import { subjectHash } from '../../../core/journal/index.ts';
import type { JournalStore } from '../../../ports/journal/journal-store.ts';
import { iin } from '../../arguments/argument-values.ts';
import { CommandFailure, undetermined } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { journalSealOf, provenHealth } from '../../journal/journal-proof.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { readLine } from '../../arguments/read-input.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';
import { lineOf } from './list.ts';
import { healthLine } from './verify.ts';

export interface JournalHistoryOptions extends CommonOptions {
  iinFile: string;
  limit: number;
}

/** The ИИН is never an argument: other programs on the machine could read it, and a shell would remember it. */
export const journalHistory: Run<JournalHistoryOptions> = (terminal, { iinFile, limit, ...place }) =>
  withJournal(place, terminal, async (store, directory) => {
    const health = await provenHealth(store, await journalSealOf(directory), 'newest');
    // Nothing is added to an altered journal, so nothing can be looked up in it unseen.
    if (health.state !== 'intact') throw new CommandFailure('usage', EXIT.cannotDetermine, healthLine(health, terminal.text));
    const hash = subjectHash(await subjectKeyOf(directory), iin(await readLine(iinFile, terminal.stdin)));
    const entries = await store.ofSubject(hash, limit);
    await noteLook(store, directory, hash, entries);
    const lines = entries.map((entry) => lineOf(entry, terminal.text));
    terminal.answer([...lines, fill(terminal.text.journal.history, { count: entries.length })], { entries });
    return EXIT.valid;
  });

async function noteLook(store: JournalStore, directory: string, hash: string, entries: readonly JournalEntry[]): Promise<void> {
  const event = { kind: 'history-read', subjectHash: hash, entries: entries.length } as const;
  await store.append({ id: randomUUID(), at: systemClock.now().toISOString(), operatorId: null, workstation: workstationName(directory), purpose: null, event }, null);
}

/** @throws {CommandFailure} where no key file sealed the organisation's key here */
async function subjectKeyOf(directory: string): Promise<Uint8Array> {
  const { secretKey, subjectKey } = { ...dataFiles(directory), ...sealedFiles(directory, 'key-file') };
  const key = existsSync(secretKey) ? await readSealed(subjectKey, await openKeyFileSecretBox(secretKey)) : null;
  if (key === null) throw undetermined('journal-key-missing', directory);
  return key;
}

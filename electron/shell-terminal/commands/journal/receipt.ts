/** `tekser journal receipt SEQUENCE FILE`: one entry with its proof, for somebody who has nothing else of this journal. */
import { rm } from 'node:fs/promises';
import { issueReceipt, verifierKeyText } from '../../../core/journal/index.ts';
import { CommandFailure, undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { journalSealOf, provenHealth } from '../../journal/journal-proof.ts';
import { openNewFile } from '../../arguments/open-new-file.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';
import { healthLine } from './verify.ts';

export interface JournalReceiptOptions extends CommonOptions {
  sequence: number;
  file: string;
}

export const journalReceipt: Run<JournalReceiptOptions> = (terminal, { sequence, file, ...place }) =>
  withJournal(place, terminal, async (store, directory) => {
    const seal = await journalSealOf(directory);
    if (seal === null) throw undetermined('journal-key-missing', directory);
    // A name is put to nothing that contradicts what it was put to before.
    const health = await provenHealth(store, seal, 'newest');
    if (health.state !== 'intact') throw new CommandFailure('usage', EXIT.notValid, healthLine(health, terminal.text));
    const receipt = await issueReceipt(store, seal, sequence);
    if (!receipt.ok) throw usageFailure('entry-unknown', String(sequence));
    await writeReceipt(file, receipt.value);
    const key = verifierKeyText(seal.signer);
    terminal.answer([fill(terminal.text.receipt.written, { sequence, file }), fill(terminal.text.receipt.key, { key })], { sequence, file, key });
    return EXIT.valid;
  });

async function writeReceipt(file: string, text: string): Promise<void> {
  const output = await openNewFile(file);
  try {
    await output.writeFile(text);
    await output.sync();
  } catch (cause) {
    await rm(file, { force: true });
    throw undetermined('file-unwritable', file, { cause });
  } finally {
    await output.close();
  }
}

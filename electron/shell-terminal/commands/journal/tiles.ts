/** `tekser journal tiles FOLDER`: the journal up to its newest checkpoint as static files a monitor of transparency logs reads. */
import { existsSync } from 'node:fs';
import { writeTiles } from '../../../adapters/journal-export/write-tiles.ts';
import { openCheckpoint, verifierKeyText } from '../../../core/journal/index.ts';
import { undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { journalSealOf } from '../../journal/journal-proof.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface JournalTilesOptions extends CommonOptions {
  folder: string;
}

/** Sealed columns stay sealed: tiles prove, they do not disclose. */
export const journalTiles: Run<JournalTilesOptions> = (terminal, { folder, ...place }) =>
  withJournal(place, terminal, async (store, data) => {
    if (existsSync(folder)) throw usageFailure('file-exists', folder);
    const seal = await journalSealOf(data);
    const [checkpoint] = await store.checkpoints(1);
    const opened = seal === null || checkpoint === undefined ? null : openCheckpoint(checkpoint, seal.signer);
    if (seal === null || opened?.state !== 'signed') throw undetermined('journal-key-missing', data);
    if ((await store.forgotten()) > 0) throw usageFailure('tiles-incomplete');
    const { size } = opened.checkpoint;
    await writeTiles(store, folder, size, checkpoint!, (done) => terminal.progress(fill(terminal.text.journal.exporting, { done, of: size }))).catch((cause: unknown) => {
      throw undetermined('file-unwritable', folder, { cause });
    });
    const key = verifierKeyText(seal.signer);
    terminal.answer([fill(terminal.text.journal.exported, { entries: size, file: folder }), fill(terminal.text.receipt.key, { key })], { folder, size, key });
    return EXIT.valid;
  });

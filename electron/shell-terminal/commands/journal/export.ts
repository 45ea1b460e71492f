/** `tekser journal export FOLDER`: entries of some days as signed JSON Lines, a table and a page to print; the export itself is an entry. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { almatyDay } from '../../../../shared/domain/almaty-day.ts';
import type { ExportedJournal } from '../../../../shared/domain/journal/journal-report.ts';
import { createJournalExport } from '../../../adapters/journal-export/index.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { workstationName } from '../../../adapters/workstation-name.ts';
import { verifierKeyText } from '../../../core/journal/index.ts';
import { type JournalStore, JournalUnwritable } from '../../../ports/journal/journal-store.ts';
import { type CommandFailure, undetermined, usageFailure } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { RESOURCES } from '../../installation.ts';
import { journalSealOf } from '../../journal/journal-proof.ts';
import { withJournal } from '../../journal/open-journal.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface JournalExportOptions extends CommonOptions {
  folder: string;
  from?: string;
  to?: string;
}

/** The folder takes its name only once the journal knows of it: an export nobody can see later is a leak. */
export const journalExport: Run<JournalExportOptions> = (terminal, { folder: directory, from, to, ...place }) =>
  withJournal(place, terminal, async (store, data) => {
    const seal = await journalSealOf(data);
    if (seal === null) throw undetermined('journal-key-missing', data);
    const days = { from: from ?? (await firstDay(store)), to: to ?? almatyDay(systemClock.now()) };
    const exporter = createJournalExport({ store, seal, directory, clock: systemClock, fonts: join(RESOURCES, 'fonts') });
    const exported = await exporter
      .exportDays(
        days,
        (done, of) => terminal.progress(fill(terminal.text.journal.exporting, { done, of })),
        ({ entries, fileHash }) => noteExport(store, data, entries, fileHash),
      )
      .catch((cause: unknown) => {
        throw cause instanceof JournalUnwritable ? undetermined('journal-unwritable', cause.reason, { cause }) : cause;
      });
    if (exported.state !== 'exported') throw failureOf(exported, directory);
    const { entries, folder } = exported;
    const key = verifierKeyText(seal.signer);
    terminal.answer([fill(terminal.text.journal.exported, { entries, file: folder }), fill(terminal.text.receipt.key, { key })], { folder, entries, key });
    return EXIT.valid;
  });

async function noteExport(store: JournalStore, data: string, entries: number, fileHash: string): Promise<void> {
  const event = { kind: 'journal-exported', entries, fileHash } as const;
  await store.append({ id: randomUUID(), at: systemClock.now().toISOString(), operatorId: null, workstation: workstationName(data), purpose: null, event }, null);
}

/** Of the oldest entry that is kept. */
async function firstDay(store: JournalStore): Promise<string> {
  const first = (await store.forgotten()) + 1;
  for await (const { entry } of store.records(first, first)) return almatyDay(new Date(entry.at));
  return almatyDay(systemClock.now());
}

function failureOf(exported: Exclude<ExportedJournal, { state: 'exported' }>, folder: string): CommandFailure {
  if (exported.state === 'empty') return usageFailure('export-empty');
  return exported.code === 'journal-altered' ? undetermined('journal-unreadable') : undetermined('file-unwritable', folder);
}

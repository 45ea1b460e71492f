/** The journal of this workstation: its file and keys on the disk, who signs for it and who keeps copies outside. */
import { join } from 'node:path';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { aesColumnSeal } from '../adapters/sealed/aes-column-seal.ts';
import { dataFiles, sealedFiles } from '../adapters/files/data-directory.ts';
import { createJournalExport } from '../adapters/journal-export/index.ts';
import { rememberCollector } from '../adapters/sealed/sealed-collector.ts';
import { loadJournalSeal } from '../adapters/sealed/sealed-journal-seal.ts';
import { loadSealedKey } from '../adapters/sealed/sealed-key.ts';
import { openSqliteJournalStore } from '../adapters/sqlite/sqlite-journal-store.ts';
import { loadSubjectKey } from '../adapters/sealed/subject-key.ts';
import type { AppPorts } from '../core/app.ts';
import { journalOrigin, verifierKeyText } from '../core/journal/index.ts';
import { connectCollector } from '../gateways/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { holdDeliveries } from './held-deliveries.ts';

export interface JournalPlace {
  directory: string;
  resourcesDirectory: string;
  secretBox: SecretBox;
  connection: Connection;
  /** The name by which the others of the organisation know it. */
  workstation: string;
  clock: Clock;
  logger: Logger;
  /** Copies and checkpoints leave from here on; until then they wait, so that they do not keep the window waiting. */
  windowShown: Promise<void>;
}

export interface OpenedJournal {
  ports: Pick<AppPorts, 'journalStore' | 'journalSeal' | 'journalExport' | 'subjectKey' | 'witness' | 'entryCollector'>;
  close(): Promise<void>;
}

/** @throws where the file or a sealed key of the journal cannot be opened */
export async function openJournalPorts({ directory, resourcesDirectory, secretBox, connection, workstation, clock, logger, windowShown }: JournalPlace): Promise<OpenedJournal> {
  const files = dataFiles(directory);
  const sealed = sealedFiles(directory, secretBox.backend);
  const journalStore = openSqliteJournalStore({ file: files.journal, clock, seal: aesColumnSeal(await loadSealedKey(sealed.columnKey, secretBox)) });
  try {
    const subjectKey = await loadSubjectKey(sealed.subjectKey, files.handedSubjectKey, secretBox);
    const journalSeal = await loadJournalSeal(sealed, secretBox, journalOrigin({ ...connection.organisation, workstation }));
    const collector = connectCollector(connection, () => verifierKeyText(journalSeal.signer));
    // Nobody at the desk waits for it, and a desk whose disk is full opens without it.
    const remembered = rememberCollector(sealed.collector, connection.collector, secretBox).catch((error: unknown) => logger.fault('collector-remembered', error));
    return {
      ports: {
        journalStore,
        journalSeal,
        journalExport: createJournalExport({ store: journalStore, seal: journalSeal, directory: files.exports, clock, fonts: join(resourcesDirectory, 'fonts') }),
        subjectKey,
        ...holdDeliveries(collector, windowShown),
      },
      async close() {
        await remembered;
        await collector.close();
        await journalStore.close();
      },
    };
  } catch (error) {
    await journalStore.close();
    throw error;
  }
}

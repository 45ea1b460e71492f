/** What a command needs of the data directory, without the lock of the window: both may append to one journal at once. */
import { randomUUID } from 'node:crypto';
import type { Preferences } from '../../../shared/domain/desk/app-state.ts';
import { aesColumnSeal } from '../../adapters/sealed/aes-column-seal.ts';
import { dataFiles, makeDataDirectory, sealedFiles } from '../../adapters/files/data-directory.ts';
import { createFileLogger } from '../../adapters/log/file-logger.ts';
import { openKeyFileSecretBox } from '../../adapters/sealed/key-file-secret-box.ts';
import { loadJournalSeal } from '../../adapters/sealed/sealed-journal-seal.ts';
import { loadSealedKey } from '../../adapters/sealed/sealed-key.ts';
import { loadSubjectKey } from '../../adapters/sealed/subject-key.ts';
import { createFileKeptEvidence } from '../../adapters/file-kept-evidence.ts';
import { createFileSeenTimeStore } from '../../adapters/file-seen-time-store.ts';
import { openSqliteJournalStore } from '../../adapters/sqlite/sqlite-journal-store.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { systemTimers } from '../../adapters/system-timers.ts';
import type { AppPorts } from '../../core/app.ts';
import type { PreferencesStore } from '../../ports/preferences-store.ts';
import type { Terminal } from '../terminal.ts';

export type DeskFiles = Pick<AppPorts, 'clock' | 'timers' | 'randomId' | 'logger' | 'journalStore' | 'journalSeal' | 'preferences' | 'seenTimes' | 'keptEvidence' | 'subjectKey'>;

/** @param origin of a journal that is new @throws where the directory cannot be made or its keys cannot be read; a bad journal is no exception but its health. */
export async function openFiles(directory: string, origin: string, { language }: Pick<Terminal, 'language'>): Promise<DeskFiles> {
  await makeDataDirectory(directory);
  const files = dataFiles(directory);
  const box = await openKeyFileSecretBox(files.secretKey);
  const sealed = sealedFiles(directory, box.backend);
  const subjectKey = await loadSubjectKey(sealed.subjectKey, files.handedSubjectKey, box);
  const seal = aesColumnSeal(await loadSealedKey(sealed.columnKey, box));
  const journalSeal = await loadJournalSeal(sealed, box, origin);
  return {
    clock: systemClock,
    timers: systemTimers,
    randomId: randomUUID,
    logger: createFileLogger({ file: files.log, clock: systemClock }),
    preferences: forOneRun(language),
    seenTimes: createFileSeenTimeStore(files.seenTime),
    keptEvidence: createFileKeptEvidence(files.keptEvidence, systemClock),
    subjectKey,
    journalSeal,
    journalStore: openSqliteJournalStore({ file: files.journal, clock: systemClock, seal }),
  };
}

/** A command chooses everything by its options and leaves the choices of the desk alone. */
function forOneRun(language: Terminal['language']): PreferencesStore {
  let preferences: Preferences = { language, theme: 'system', cameraId: null, cameraOn: false, sound: false, handheld: null, lastPurpose: null };
  return {
    read: async () => preferences,
    async write(next) {
      preferences = next;
    },
  };
}

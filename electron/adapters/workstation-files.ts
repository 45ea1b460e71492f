/** Opens everything a workstation keeps in its data directory, the same for every shell. */
import { randomUUID } from 'node:crypto';
import type { Preferences } from '../../shared/domain/app-state.ts';
import type { Clock } from '../ports/clock.ts';
import type { JournalStore } from '../ports/journal-store.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import type { Timers } from '../ports/timers.ts';
import { dataFiles, makeDataDirectory } from './data-directory.ts';
import { createFileLogger } from './file-logger.ts';
import { createJsonPreferencesStore } from './json-preferences-store.ts';
import { openKeyFileSecretBox } from './key-file-secret-box.ts';
import { loadSubjectKey } from './sealed-subject-key.ts';
import { openSqliteJournalStore } from './sqlite/sqlite-journal-store.ts';
import { systemClock } from './system-clock.ts';
import { systemTimers } from './system-timers.ts';

const DEFAULT_PREFERENCES: Preferences = {
  language: 'kk',
  theme: 'system',
  cameraId: null,
  cameraOn: true,
  sound: true,
  lastPurpose: null,
};

/** Named as the ports of the core, so that a shell hands them on as they are. */
export interface WorkstationFiles {
  clock: Clock;
  timers: Timers;
  randomId(): string;
  logger: Logger;
  journalStore: JournalStore;
  preferences: PreferencesStore;
  subjectKey: Uint8Array;
  close(): Promise<void>;
}

export interface WorkstationFileOptions {
  /** The system's secret store, where the shell has one; a key file otherwise. */
  secretBox?: SecretBox;
  /** Instead of the JSON file. */
  preferences?: PreferencesStore;
}

/** @throws where the directory cannot be made or its keys cannot be read; a bad journal is no exception but its health. */
export async function openWorkstationFiles(directory: string, options: WorkstationFileOptions = {}): Promise<WorkstationFiles> {
  await makeDataDirectory(directory);
  const files = dataFiles(directory);
  const clock = systemClock;
  const logger = createFileLogger({ file: files.log, clock });
  const secretBox = options.secretBox ?? (await openKeyFileSecretBox(files.secretKey));
  const subjectKey = await loadSubjectKey(files.subjectKey, secretBox);
  const preferences =
    options.preferences ?? createJsonPreferencesStore({ file: files.preferences, defaults: DEFAULT_PREFERENCES, clock, logger });
  const journalStore = openSqliteJournalStore({ file: files.journal, clock });
  return {
    clock,
    timers: systemTimers,
    randomId: randomUUID,
    logger,
    journalStore,
    preferences,
    subjectKey,
    close: () => journalStore.close(),
  };
}

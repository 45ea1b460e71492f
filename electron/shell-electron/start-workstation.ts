/** The workstation as Electron opens it: the system's secret store, electron-store, and the systems the command line names. */
import { join } from 'node:path';
import { type App, safeStorage } from 'electron';
import type { PreferencesStore } from '../ports/preferences-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { openKeyFileSecretBox } from '../adapters/sealed/key-file-secret-box.ts';
import { ELECTRON_ORIGIN } from '../security/app-origin.ts';
import type { Result } from '../../shared/util/result.ts';
import { claimDesk } from '../workstation/claim-desk.ts';
import { DEFAULT_PREFERENCES, openWorkstation } from '../workstation/open-workstation.ts';
import type { StartRefusal } from '../workstation/start-refusal.ts';
import type { Workstation, WorkstationOptions } from '../workstation/workstation.ts';
import { createElectronNotifier } from './electron-notifier.ts';
import { openElectronPreferencesStore } from './electron-preferences-store.ts';
import { openSafeStorageSecretBox, SecretStoreMissing } from './safe-storage-secret-box.ts';

export async function startWorkstation(
  app: App,
  dataDirectory: string,
  systems: WorkstationOptions['systems'],
): Promise<Result<Workstation, StartRefusal>> {
  const environment = systems.type === 'stand' ? 'training' : systems.connection.environment;
  const claim = await claimDesk(dataDirectory, environment);
  if (!claim.ok) return claim;
  let preferences: PreferencesStore | null = null;
  return openWorkstation({
    shell: 'electron',
    version: app.getVersion(),
    origin: ELECTRON_ORIGIN,
    claim: claim.value,
    citizenBundle: join(app.getAppPath(), 'dist/citizen'),
    resourcesDirectory: app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources'),
    systems,
    output: app.isPackaged ? 'trusted' : 'parsed',
    openSecretBox: ({ secretKey }) => openBox(environment === 'training' ? secretKey : null),
    openPreferences: ({ directory, logger }) => (preferences = openElectronPreferencesStore(directory, DEFAULT_PREFERENCES, logger)),
    notifier: createElectronNotifier(async () => (await preferences?.read())?.language ?? DEFAULT_PREFERENCES.language),
  });
}

/**
 * A training desk may do without the system's secret store, for its people are made up.
 * @throws {SecretStoreMissing} for a desk with real people.
 */
async function openBox(trainingKeyFile: string | null): Promise<SecretBox> {
  try {
    return await openSafeStorageSecretBox(safeStorage);
  } catch (error) {
    if (trainingKeyFile === null || !(error instanceof SecretStoreMissing)) throw error;
    return openKeyFileSecretBox(trainingKeyFile);
  }
}

/** Preferences in electron-store, which writes atomically and migrates by version. */
import ElectronStore from 'electron-store';
import { Preferences } from '../../shared/domain/desk/app-state.ts';
import type { Logger } from '../ports/logger.ts';
import type { PreferencesStore } from '../ports/preferences-store.ts';

export function openElectronPreferencesStore(directory: string, defaults: Preferences, logger: Logger): PreferencesStore {
  const store = new ElectronStore<{ preferences: unknown }>({
    cwd: directory,
    // The Chromium shell keeps another form under `preferences`.
    name: 'electron-preferences',
    // A file somebody damaged must not keep the desk from opening.
    clearInvalidConfig: true,
    defaults: { preferences: defaults },
  });
  return {
    read: async () => {
      const parsed = Preferences.safeParse(store.get('preferences'));
      if (!parsed.success) logger.note('preferences-invalid');
      return parsed.success ? parsed.data : defaults;
    },
    write: async (preferences) => store.set('preferences', Preferences.parse(preferences)),
  };
}

/** Remembered choices of the desk; never a secret and never personal data. */
import type { Preferences } from '../../shared/domain/desk/app-state.ts';

export interface PreferencesStore {
  read(): Promise<Preferences>;
  write(preferences: Preferences): Promise<void>;
}

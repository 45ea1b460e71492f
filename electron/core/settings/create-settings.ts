/** Document types, purposes and the choices of a desk, looked up by those who apply them. */
import type { AppInfo, Preferences } from '../../../shared/domain/app-state.ts';
import type { DocumentTemplate } from '../../../shared/domain/document-template.ts';
import type { Profile, Purpose } from '../../../shared/domain/purpose.ts';
import type { PreferencesStore } from '../../ports/preferences-store.ts';

export interface SettingsData {
  purposes: readonly Purpose[];
  templates: readonly DocumentTemplate[];
}

export interface Settings {
  /** The latest version of a type, or null for a type this desk does not know. */
  templateOf(type: string): DocumentTemplate | null;
  documentTypes(): AppInfo['documentTypes'];
  purposesFor(profile: Profile): Purpose[];
  preferences(): Promise<Preferences>;
  savePreferences(preferences: Preferences): Promise<Preferences>;
  /** Keeps the purpose for the next operator of this desk to begin with. */
  rememberPurpose(purposeId: string): Promise<void>;
}

export function createSettings(data: SettingsData, store: PreferencesStore): Settings {
  const templates = new Map<string, DocumentTemplate>();
  for (const template of data.templates) {
    const known = templates.get(template.type);
    if (known === undefined || known.version < template.version) templates.set(template.type, template);
  }

  return {
    templateOf: (type) => templates.get(type) ?? null,
    documentTypes: () => [...templates.values()].map(({ type, title, identity }) => ({ type, title, identity })),
    purposesFor: (profile) => data.purposes.filter(({ profiles }) => profiles.includes(profile)),
    preferences: () => store.read(),
    async savePreferences(preferences) {
      // The page may hold an older choice of purpose: that one is remembered by choosing it, not by saving a theme.
      const { lastPurpose } = await store.read();
      const kept = { ...preferences, lastPurpose };
      await store.write(kept);
      return kept;
    },
    async rememberPurpose(purposeId) {
      await store.write({ ...(await store.read()), lastPurpose: purposeId });
    },
  };
}

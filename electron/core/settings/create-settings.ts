/** Document types, purposes and the choices of a desk, looked up by those who apply them. */
import type { AppInfo, Preferences, PreferencesChange } from '../../../shared/domain/desk/app-state.ts';
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import type { Profile, Purpose } from '../../../shared/domain/checking/purpose.ts';
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
  /** Gives all the choices as they are after this one. */
  changePreferences(change: PreferencesChange): Promise<Preferences>;
  /** Keeps the purpose for the next operator of this desk to begin with. */
  rememberPurpose(purposeId: string): Promise<void>;
}

export function createSettings(data: SettingsData, store: PreferencesStore): Settings {
  const templates = new Map<string, DocumentTemplate>();
  for (const template of data.templates) {
    const known = templates.get(template.type);
    if (known === undefined || known.version < template.version) templates.set(template.type, template);
  }

  // One after the other: of two choices made together neither may be written over what the other just left.
  let last: Promise<unknown> = Promise.resolve();
  const keep = (change: Partial<Preferences>): Promise<Preferences> => {
    const turn = last.then(async () => {
      const kept = { ...(await store.read()), ...change };
      await store.write(kept);
      return kept;
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    templateOf: (type) => templates.get(type) ?? null,
    documentTypes: () => [...templates.values()].map(({ type, title, identity }) => ({ type, title, identity })),
    purposesFor: (profile) => data.purposes.filter(({ profiles }) => profiles.includes(profile)),
    preferences: () => store.read(),
    changePreferences: (change) => keep(change),
    async rememberPurpose(purposeId) {
      await keep({ lastPurpose: purposeId });
    },
  };
}

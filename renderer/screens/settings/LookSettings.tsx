/** Language and theme; both change at once. */
import type { Language } from '../../../shared/domain/localized.ts';
import { changePreferences, usePage, usePreferences } from '../../host/index.ts';
import { LANGUAGE_NAMES, useTexts } from '../../i18n/index.ts';
import { Segmented } from '../../ui/Segmented.tsx';

const LANGUAGES = Object.entries(LANGUAGE_NAMES).map(([id, text]) => ({ id: id as Language, text, lang: id }));
const THEMES = ['system', 'light', 'dark'] as const;

export function LookSettings() {
  const { t } = useTexts();
  const page = usePage();
  const { language, theme } = usePreferences();
  return (
    <section className="settings-group" aria-labelledby="settings-look">
      <h2 id="settings-look">{t('settings.look')}</h2>
      <Segmented
        label={t('settings.language')}
        choices={LANGUAGES}
        value={language}
        onChange={(id) => void changePreferences(page, { language: id })}
      />
      <Segmented
        label={t('settings.theme')}
        choices={THEMES.map((id) => ({ id, text: t(`settings.themes.${id}`) }))}
        value={theme}
        onChange={(id) => void changePreferences(page, { theme: id })}
      />
    </section>
  );
}

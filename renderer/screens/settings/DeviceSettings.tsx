/** Sound and camera; which camera films is chosen on the desk, where its picture is seen. */
import { changePreferences, usePage, usePreferences } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Toggle } from '../../ui/Toggle.tsx';

export function DeviceSettings() {
  const { t } = useTexts();
  const page = usePage();
  const { sound, cameraOn } = usePreferences();
  return (
    <section className="settings-group" aria-labelledby="settings-devices">
      <h2 id="settings-devices">{t('settings.devices')}</h2>
      <Toggle
        label={t('settings.sound')}
        text={t('settings.soundText')}
        on={sound}
        onChange={(on) => void changePreferences(page, { sound: on })}
      />
      <Toggle
        label={t('settings.camera')}
        text={t('settings.cameraText')}
        on={cameraOn}
        onChange={(on) => void changePreferences(page, { cameraOn: on })}
      />
    </section>
  );
}

/** Sound and camera, and the check of all that reads codes; which camera films is chosen where its picture is seen. */
import { useState } from 'react';
import { ScannerCheckDialog } from '../../features/scanner-check/index.ts';
import { changePreferences, usePage, usePreferences } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';

export function DeviceSettings() {
  const { t } = useTexts();
  const page = usePage();
  const { sound, cameraOn } = usePreferences();
  const [checking, setChecking] = useState(false);
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
      <div className="settings-actions">
        <Button onPress={() => setChecking(true)}>{t('handheld.check.open')}</Button>
      </div>
      {checking ? <ScannerCheckDialog onClose={() => setChecking(false)} /> : null}
    </section>
  );
}

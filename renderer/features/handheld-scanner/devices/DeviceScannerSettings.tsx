/** Scanners that are devices of their own: which are connected, and the way to connect one. */
import { changePreferences, usePage, usePreferences } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type DeviceScanners, USUAL_BAUD } from './use-device-scanners.ts';

const SPEEDS = [9600, 19_200, 38_400, 57_600, 115_200].map((baud) => ({ id: String(baud), text: String(baud) }));

export function DeviceScannerSettings({ scanners }: { readonly scanners: DeviceScanners }) {
  const { t } = useTexts();
  const page = usePage();
  const { serialBaud = USUAL_BAUD } = usePreferences();
  const { connected, refused, chooseHid, chooseSerial } = scanners;
  const names = connected.map(({ name }) => name || t('handheld.devices.unnamed')).join(', ');
  return (
    <section className="settings-group" aria-labelledby="settings-device-scanners">
      <h2 id="settings-device-scanners">{t('handheld.devices.title')}</h2>
      <p>{chooseHid === null && chooseSerial === null ? t('handheld.devices.missing') : t('handheld.devices.text')}</p>
      <output>{connected.length === 0 ? t('handheld.devices.none') : t('handheld.devices.here', { names })}</output>
      {refused ? (
        <Notice tone="warn" role="alert">
          <p>{t('handheld.devices.refused')}</p>
        </Notice>
      ) : null}
      <div className="settings-actions">
        {chooseHid === null ? null : <Button onPress={() => void chooseHid()}>{t('handheld.devices.hid')}</Button>}
        {chooseSerial === null ? null : <Button onPress={() => void chooseSerial()}>{t('handheld.devices.serial')}</Button>}
      </div>
      {chooseSerial === null ? null : (
        <Select
          label={t('handheld.devices.baud')}
          choices={SPEEDS}
          value={String(serialBaud)}
          onChange={(speed) => void changePreferences(page, { serialBaud: Number(speed) })}
        />
      )}
    </section>
  );
}

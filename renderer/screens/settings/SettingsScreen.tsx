/** How the desk looks and sounds, which devices it uses, and what it is. */
import type { OperatorSession } from '../../../shared/domain/desk/operator-session.ts';
import { DeviceScannerSettings, HandheldSettings, type HandheldState } from '../../features/handheld-scanner/index.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { PortalSettings } from '../signing/PortalSettings.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import './settings.css';
import { StationFacts } from './StationFacts.tsx';

interface SettingsScreenProps {
  readonly session: Extract<OperatorSession, { state: 'signed-in' }>;
  readonly handheld: HandheldState;
}

export function SettingsScreen({ session, handheld }: SettingsScreenProps) {
  const { t } = useTexts();
  const host = useHost();
  return (
    <main className="settings">
      <header className="settings-head">
        <h1 className="settings-title">{t('settings.title')}</h1>
        <Button onPress={() => void host.operator.signOut(null)}>{t('settings.signOut')}</Button>
      </header>
      <div className="settings-groups">
        <LookSettings />
        <DeviceSettings />
        <HandheldSettings />
        <DeviceScannerSettings scanners={handheld.devices} />
        <PortalSettings />
        <StationFacts operator={session.operator} />
      </div>
    </main>
  );
}

/** The window: environment strip, header, the screen of the moment, and the keys that work anywhere. */
import { useState } from 'react';
import { HandheldShield } from '../features/handheld-scanner/index.ts';
import { useAppInfo, useHealth, useHost, useSession } from '../host/index.ts';
import { DeskScreen } from '../screens/desk/DeskScreen.tsx';
import { HelpDialog } from '../screens/help/HelpDialog.tsx';
import { JournalScreen } from '../screens/journal/JournalScreen.tsx';
import { LockScreen } from '../screens/lock/LockScreen.tsx';
import { LockWarning } from '../screens/lock/LockWarning.tsx';
import { PurposeScreen } from '../screens/purpose/PurposeScreen.tsx';
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx';
import { SignInScreen } from '../screens/sign-in/SignInScreen.tsx';
import { EnvironmentStrip } from './EnvironmentStrip.tsx';
import './frame.css';
import { Header } from './Header.tsx';
import { HealthNotices } from './HealthNotices.tsx';
import { screenFor, type Place, type Screen } from './screen.ts';
import { StopScreen } from './StopScreen.tsx';
import { useActivity } from './use-activity.ts';
import { useKeys, useNoBrowserKeys } from './use-keys.ts';

export function Frame() {
  const host = useHost();
  const info = useAppInfo();
  const session = useSession();
  const health = useHealth();
  const [wanted, setWanted] = useState<Place>('desk');
  const [helpOpen, setHelpOpen] = useState(false);
  const screen = screenFor(session, health, wanted);
  const working = 'session' in screen && screen.at !== 'locked';

  useActivity(working);
  useNoBrowserKeys();
  useKeys({ F1: () => setHelpOpen(true), F5: () => setWanted('desk') });
  useKeys(
    working && !helpOpen
      ? {
          F4: () => setWanted('purpose'),
          F6: () => setWanted('journal'),
          F7: () => setWanted('settings'),
          'Ctrl+L': () => void host.operator.lock(null),
        }
      : {},
  );

  return (
    <div className="frame" data-screen={screen.at}>
      {info.environment === 'production' ? null : <EnvironmentStrip environment={info.environment} />}
      {screen.at !== 'locked' && 'session' in screen ? (
        <>
          <Header session={screen.session} place={screen.at} onPlace={setWanted} onHelp={() => setHelpOpen(true)} />
          <HealthNotices />
          <LockWarning warnLockAt={screen.session.warnLockAt} lockAt={screen.session.lockAt} />
        </>
      ) : null}
      {/* The desk listens to the scanner itself. */}
      {screen.at === 'desk' ? null : <HandheldShield />}
      <ScreenBody screen={screen} onPlace={setWanted} />
      {helpOpen ? <HelpDialog onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
}

function ScreenBody({ screen, onPlace }: { readonly screen: Screen; readonly onPlace: (place: Place) => void }) {
  switch (screen.at) {
    case 'stopped':
      return <StopScreen reason={screen.reason} />;
    case 'sign-in':
      return <SignInScreen />;
    case 'locked':
      return <LockScreen session={screen.session} />;
    case 'purpose':
      return <PurposeScreen session={screen.session} onDone={() => onPlace('desk')} />;
    case 'desk':
      // Another operator or purpose is another desk: nothing of the former may stay.
      return <DeskScreen key={`${screen.session.operator.id} ${screen.session.purposeId}`} />;
    case 'journal':
      return <JournalScreen session={screen.session} />;
    case 'settings':
      return <SettingsScreen session={screen.session} />;
  }
}

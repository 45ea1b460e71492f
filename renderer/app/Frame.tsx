/** The window: environment strip, header, the screen of the moment, and the keys that work anywhere. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { HandheldShield } from '../features/handheld-scanner/index.ts';
import { useAppInfo, useHealth, useHost, useSession } from '../host/index.ts';
import { HelpDialog } from '../screens/help/HelpDialog.tsx';
import { LockScreen } from '../screens/lock/LockScreen.tsx';
import { SignInScreen } from '../screens/sign-in/SignInScreen.tsx';
import { EnvironmentStrip } from './EnvironmentStrip.tsx';
import './frame.css';
import { screenFor, type Place } from './screen.ts';
import { StopScreen } from './StopScreen.tsx';
import { useActivity } from './use-activity.ts';
import { useKeys, useNoBrowserKeys } from './use-keys.ts';

const loadWorkplace = () => import('./Workplace.tsx').then(({ Workplace }) => ({ default: Workplace }));
/** Most of the bundle; the sign-in screen does not wait for it. */
const Workplace = lazy(loadWorkplace);

export function Frame() {
  const host = useHost();
  const info = useAppInfo();
  const session = useSession();
  const health = useHealth();
  const [wanted, setWanted] = useState<Place>('desk');
  const [helpOpen, setHelpOpen] = useState(false);
  const screen = screenFor(session, health, wanted);
  const working = 'session' in screen && screen.at !== 'locked';

  // While the operator signs in, so that nobody waits for it; a failure is met again, and shown, where it is needed.
  useEffect(() => void loadWorkplace().catch(() => undefined), []);
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
        <Suspense fallback={<HandheldShield />}>
          <Workplace
            screen={screen}
            onPlace={setWanted}
            onHelp={() => setHelpOpen(true)}
            onScanned={() => setHelpOpen(false)}
          />
        </Suspense>
      ) : (
        <HandheldShield />
      )}
      {screen.at === 'stopped' ? <StopScreen reason={screen.reason} /> : null}
      {screen.at === 'sign-in' ? <SignInScreen /> : null}
      {screen.at === 'locked' ? <LockScreen session={screen.session} /> : null}
      {helpOpen ? <HelpDialog onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
}

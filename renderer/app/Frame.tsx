/** The window: environment strip, header, the screen of the moment, and the keys that work anywhere. */
import { lazy, Suspense, useEffect, useState } from 'react';
// Past the index, which would bring the whole scanner before the first screen.
import { HandheldShield } from '../features/handheld-scanner/HandheldShield.tsx';
import { useAppInfo, useHealth, useHost, useSession } from '../host/index.ts';
import { LockScreen } from '../screens/lock/LockScreen.tsx';
import { SignInScreen } from '../screens/sign-in/SignInScreen.tsx';
import { EnvironmentStrip } from './EnvironmentStrip.tsx';
import './frame.css';
import { ModeBadge } from './ModeBadge.tsx';
import { placeKeys } from './place-keys.ts';
import { isForSupervisor, screenFor, type Place } from './screen.ts';
import { StopScreen } from './StopScreen.tsx';
import { useActivity } from './use-activity.ts';
import { useKeys, useNoBrowserKeys } from './use-keys.ts';

const loadWorkplace = () => import('./Workplace.tsx').then(({ Workplace }) => ({ default: Workplace }));
const loadDecoder = () => import('../features/qr-scanner/decode-session.ts').then(({ prepareDecoder }) => prepareDecoder());
const loadHelp = () => import('../screens/help/HelpDialog.tsx').then(({ HelpDialog }) => ({ default: HelpDialog }));
/** Most of the bundle; the sign-in screen does not wait for it. */
const Workplace = lazy(loadWorkplace);
const HelpDialog = lazy(loadHelp);

/** While the operator signs in, so that nobody waits for it; a failure is met again, and shown, where it is needed. */
const prepareWorkplace = (): void => void Promise.all([loadWorkplace(), loadHelp(), loadDecoder()]).catch(() => undefined);
/** Begun at once, it would keep the sign-in screen from being drawn. */
const LONGEST_WAIT_FOR_IDLE_MS = 500;

export function Frame() {
  const host = useHost();
  const info = useAppInfo();
  const session = useSession();
  const health = useHealth();
  const [wanted, setWanted] = useState<Place>('desk');
  const [helpOpen, setHelpOpen] = useState(false);
  const [supervisorCalled, setSupervisorCalled] = useState(false);
  const screen = screenFor(session, health, wanted, supervisorCalled);
  const working = 'session' in screen && screen.at !== 'locked';

  useEffect(() => {
    const waiting = requestIdleCallback(prepareWorkplace, { timeout: LONGEST_WAIT_FOR_IDLE_MS });
    return () => cancelIdleCallback(waiting);
  }, []);
  useActivity(working);
  useNoBrowserKeys();
  useKeys({ F1: () => setHelpOpen(true) });
  useKeys(working && !helpOpen ? { ...placeKeys(setWanted), 'Ctrl+L': () => void host.operator.lock(null) } : {});

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
      {screen.at === 'locked' || !('session' in screen) ? (
        <div className="mode-corner">
          <ModeBadge />
        </div>
      ) : null}
      {screen.at === 'stopped' ? <StopScreen reason={screen.reason} onSupervisor={session.state === 'signed-out' && isForSupervisor(screen.reason) ? () => setSupervisorCalled(true) : null} /> : null}
      {screen.at === 'sign-in' ? <SignInScreen /> : null}
      {screen.at === 'locked' ? <LockScreen session={screen.session} /> : null}
      {helpOpen ? (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

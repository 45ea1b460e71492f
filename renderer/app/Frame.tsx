/** The window: environment strip, header, the screen of the moment, and the keys that work anywhere. */
import { Suspense, useEffect, useState } from 'react';
// Past the index, which would bring the whole scanner before the first screen.
import { HandheldShield } from '../features/handheld-scanner/HandheldShield.tsx';
import { type Page, useAppInfo, useHealth, useHost, usePage, useSession } from '../host/index.ts';
import { LockScreen } from '../screens/lock/LockScreen.tsx';
import { SignInScreen } from '../screens/sign-in/SignInScreen.tsx';
import { EnvironmentStrip } from './EnvironmentStrip.tsx';
import './frame.css';
import { loadAhead } from './load-ahead.ts';
import { ModeBadge } from './ModeBadge.tsx';
import { placeKeys } from './place-keys.ts';
import { isForSupervisor, screenFor, type Place } from './screen.ts';
import { StopScreen } from './StopScreen.tsx';
import { useActivity } from './use-activity.ts';
import { useKeys, useNoBrowserKeys } from '../ui/use-keys.ts';

/** Most of the bundle; the sign-in screen does not wait for it. */
const workplace = loadAhead(() => import('./Workplace.tsx').then(({ Workplace }) => Workplace));
const help = loadAhead(() => import('./help/HelpDialog.tsx').then(({ HelpDialog }) => HelpDialog));
const loadDecoder = () => import('../features/qr-scanner/decode-session.ts').then(({ prepareDecoder }) => prepareDecoder());

/** While the operator signs in, so that nobody waits for it. */
async function prepareWorkplace(page: Page): Promise<void> {
  try {
    await Promise.all([workplace.load(), help.load(), loadDecoder()]);
    const { rehearseWorkplace } = await import('./rehearse-workplace.ts');
    if (page.session.get().state === 'signed-out') rehearseWorkplace(page);
  } catch {
    // Met again, and shown, where it is needed.
  }
}
/** Begun at once, it would keep the sign-in screen from being drawn. */
const LONGEST_WAIT_FOR_IDLE_MS = 500;

export function Frame() {
  const host = useHost();
  const page = usePage();
  const info = useAppInfo();
  const session = useSession();
  const health = useHealth();
  const [wanted, setWanted] = useState<Place>('desk');
  const [helpOpen, setHelpOpen] = useState(false);
  const [supervisorCalled, setSupervisorCalled] = useState(false);
  const screen = screenFor(session, health, wanted, supervisorCalled);
  const working = 'session' in screen && screen.at !== 'locked';

  useEffect(() => {
    const waiting = requestIdleCallback(() => void prepareWorkplace(page), { timeout: LONGEST_WAIT_FOR_IDLE_MS });
    return () => cancelIdleCallback(waiting);
  }, [page]);
  useActivity(working);
  useNoBrowserKeys();
  const lock = () => {
    setHelpOpen(false);
    void host.operator.lock(null);
  };
  useKeys({ F1: () => setHelpOpen(true), ...(working && { 'Ctrl+L': lock }) }, 'everywhere');
  useKeys(working && !helpOpen ? placeKeys(setWanted) : {}, 'everywhere');

  return (
    <div className="frame" data-screen={screen.at}>
      {info.environment === 'production' ? null : <EnvironmentStrip environment={info.environment} />}
      {screen.at !== 'locked' && 'session' in screen ? (
        <Suspense fallback={<HandheldShield />}>
          <workplace.Part
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
          <help.Part onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

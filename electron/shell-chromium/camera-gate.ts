/** Opens the camera to the page while an operator is signed in, and takes it away at a lock or a sign-out. */
import type { BrowserContext } from 'playwright-core';
import type { OperatorSession } from '../../shared/domain/operator-session.ts';
import { type AppOrigin } from '../security/app-origin.ts';
import { cameraAllowed } from '../security/permission-policy.ts';

export interface CameraGate {
  follow(session: OperatorSession['state']): void;
  /** Resolves when the browser knows the last decision. */
  settled(): Promise<void>;
}

export function createCameraGate(context: BrowserContext, { protocol, host }: AppOrigin, onFault: (error: unknown) => void): CameraGate {
  let open = false;
  let work: Promise<void> = Promise.resolve();
  return {
    follow: (session) => {
      const wanted = cameraAllowed(session);
      if (wanted === open) return;
      open = wanted;
      const change = (): Promise<void> =>
        wanted ? context.grantPermissions(['camera'], { origin: `${protocol}//${host}` }) : context.clearPermissions();
      work = work.then(change).catch(onFault);
    },
    settled: () => work,
  };
}

/** Opens camera and microphone to the page as the operator's state allows, and takes them away at a lock or a sign-out. */
import type { BrowserContext } from 'playwright-core';
import { type AppOrigin } from '../security/app-origin.ts';
import type { DeskMedia } from '../security/permission-policy.ts';

export interface MediaGate {
  follow(media: DeskMedia): void;
  /** Resolves when the browser knows the last decision. */
  settled(): Promise<void>;
}

const PERMISSIONS: Readonly<Record<DeskMedia, readonly string[]>> = { nothing: [], camera: ['camera'], 'camera-and-microphone': ['camera', 'microphone'] };

export function createMediaGate(context: BrowserContext, { protocol, host }: AppOrigin, onFault: (error: unknown) => void): MediaGate {
  let open: DeskMedia = 'nothing';
  let granted: DeskMedia = 'nothing';
  let work: Promise<void> = Promise.resolve();

  /** A grant adds to what was granted, so that taking one device back takes both back first; an open one ends with it. */
  async function change(media: DeskMedia): Promise<void> {
    // Where nothing was granted there is nothing to take back, and the sign-in that opens the camera waits for both.
    if (granted !== 'nothing' && media !== 'camera-and-microphone') await context.clearPermissions();
    granted = media;
    if (media !== 'nothing') await context.grantPermissions([...PERMISSIONS[media]], { origin: `${protocol}//${host}` });
  }

  return {
    follow: (media) => {
      if (media === open) return;
      open = media;
      work = work.then(() => change(media)).catch(onFault);
    },
    settled: () => work,
  };
}
